# Quoth in a container: not root, and able to run with a read-only file system. See README.md, "Docker".
ARG PYTHON_VERSION=3.11

FROM python:${PYTHON_VERSION}-slim AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /src
RUN python -m venv /build && python -m venv --without-pip /quoth
COPY requirements.lock requirements-build.lock ./
RUN /build/bin/pip install --require-hashes -r requirements-build.lock \
 && /build/bin/pip --python /quoth/bin/python install --require-hashes --only-binary :all: -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY data data
COPY index index
COPY bot bot
RUN /build/bin/python -m hatchling build -t wheel -d /wheel \
 && /build/bin/pip --python /quoth/bin/python install --no-deps --no-index /wheel/*.whl \
 && cd /quoth/lib/python*/site-packages && find bot index -name '*.toml' -exec /quoth/bin/python -m index.words {} + \
# What no answer needs: tests of others, headers, and the words for dates in two hundred languages.
 && find . -type d \( -name tests -o -name include -o -name includes \) -prune -exec rm -rf {} + \
 && find . -name '*.pyi' -delete \
 && find babel/locale-data -name '*.dat' ! -name 'root.dat' ! -name 'e[ns].dat' ! -name 'e[ns]_*.dat' -delete

FROM python:${PYTHON_VERSION}-slim AS base
# Apertium translates words of a question that the built-in list does not have: --build-arg APERTIUM=yes
ARG APERTIUM=
RUN if [ -n "$APERTIUM" ]; then apt-get update \
 && apt-get install -y --no-install-recommends apertium apertium-eng-spa \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/*; fi
# The letters of pictures.
RUN apt-get update && apt-get install -y --no-install-recommends fonts-dejavu-core \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/*
# What no answer needs: the system's manuals and translations (its licences stay), and what installs packages.
RUN rm -rf /usr/share/locale/* /usr/share/man/* /usr/share/info/* /usr/share/python-wheels \
 && find /usr/share/doc -type f ! -name copyright -delete \
 && for lib in /usr/lib/python3* /usr/local/lib/python3*; do \
      rm -rf "$lib"/dist-packages/* "$lib"/site-packages/* "$lib"/ensurepip "$lib"/idlelib "$lib"/lib2to3 \
        "$lib"/pydoc_data "$lib"/test; done \
 && rm -f /usr/bin/pip* /usr/local/bin/pip* /usr/local/bin/idle* /usr/local/bin/2to3*

# One layer of what is left: what a later layer deletes would still be shipped.
FROM scratch
COPY --from=base / /
COPY --from=build /quoth /quoth
RUN useradd --uid 10001 --home-dir /data --no-create-home --shell /usr/sbin/nologin quoth \
 && install -d -m 1777 /tmp && install -d -o quoth -g quoth /data /data/index /data/state
ENV PATH=/quoth/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    LANG=C.UTF-8 \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    MALLOC_ARENA_MAX=2 \
    QUOTH_INDEX_DIR=/data/index \
    QUOTH_STATE_DIR=/data/state
USER 10001
WORKDIR /data
VOLUME ["/data"]
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["quoth", "health"]
ENTRYPOINT ["quoth"]
CMD ["telegram"]
