"""What is not an answer to a question: lists of sources, paragraphs in context, places, points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from bot.answer import Answer, Claim, Verification
from bot.phrases import Phrases
from bot.render.chat_text import address, claim_part, styled
from bot.render.label import source_label, title_label
from bot.render.message import Message, Run, block, clipped, pack, quoted
from index.model import Article, Source
from index.values import replace

SOURCES_PER_PAGE = 10
PLACES_SHOWN = 10


def source_line(file: str, source: Source, language: str) -> tuple[Run, ...]:
    """Return two lines about a source: its title with the link, then who, where and when."""
    title = Run(clipped(title_label(source, language) or file), ("bold",), address(source.url))
    return title, Run("\n" + clipped(source_label(source, file, language)))


def outlets(articles: Iterable[Article]) -> tuple[str, ...]:
    """Return the names of the outlets, and of those who reposted, in order."""
    return tuple(sorted({name for article in articles for name in published_by(article)}))


def published_by(article: Article) -> tuple[str, ...]:
    """Return who published an article: its outlet, and who reposted it."""
    return tuple(name for name in (article.source.outlet, article.source.reposted_by) if name)


def page_count(articles: Sequence[Article]) -> int:
    """Return on how many pages ``articles`` are listed."""
    return max(1, -(-len(articles) // SOURCES_PER_PAGE))


def sources_page(articles: Sequence[Article], page: int, wording: Phrases, language: str) -> Message:
    """Return one page of the list of sources."""
    first = page * SOURCES_PER_PAGE
    shown = articles[first : first + SOURCES_PER_PAGE]
    runs = [
        Run(wording.get("sources_heading", language, n=len(articles), page=page + 1, of=page_count(articles)))
    ]
    for number, article in enumerate(shown, first + 1):
        runs += [Run(f"\n\n{number}. "), *source_line(article.file, article.source, language)]
    return pack([block(runs)])[0]


def article_card(article: Article, language: str) -> tuple[Message, ...]:
    """Return all that is known of one source."""
    place = (
        article.file if article.id == PurePosixPath(article.file).stem else f"{article.id} · {article.file}"
    )
    runs = [*source_line(article.file, article.source, language), Run(f"\n{place}")]
    if article.source.url:
        runs.append(Run("\n" + article.source.url, (), address(article.source.url)))
    return pack([block(runs)])


def answer_sources(answer: Answer, language: str) -> tuple[Message, ...]:
    """Return the sources of an answer, each once, in the order in which they speak."""
    seen: dict[str, Claim] = {}
    for claim in (*answer.claims, *(claim for point in answer.contested for claim in point.claims)):
        seen.setdefault(claim.article, claim)
    return pack(block(source_line(claim.file, claim.source, language)) for claim in seen.values())


def verification(
    found: Verification, articles: Sequence[Article], wording: Phrases, language: str
) -> Message:
    """Return whether a text stands in the library, and where; else the passage that comes nearest to it."""
    if found.verbatim or found.nearly:
        key = "verify_yes" if found.verbatim else "verify_nearly"
        runs = [Run(wording.get(key, language, n=len(found.places)))]
        runs += _places(found, articles, wording, language)
        return pack([block(runs)])[0]
    blocks = [block([Run(wording.get("verify_no", language))])]
    if found.nearest is not None:
        part = claim_part(found.nearest, language)
        marks = styled(found.nearest, "underline", found.differs)
        head = (Run(wording.get("verify_nearest", language) + "\n"), *part.head)
        blocks += quoted(replace(part, head=head, inside=marks))
    return pack(blocks)[0]


def _places(
    found: Verification, articles: Sequence[Article], wording: Phrases, language: str
) -> Iterator[Run]:
    by_id = {article.id: article for article in articles}
    for place in found.places[:PLACES_SHOWN]:
        article = by_id.get(place.article)
        source = article.source if article else Source()
        yield Run("\n\n")
        yield from source_line(place.file, source, language)
        yield Run("\n" + wording.get("place", language, file=place.file, start=place.start, end=place.end))
