"""What Telegram's server accepts and what it makes of it: texts, entities, keyboards.

The rules are those of the Bot API server and of TDLib underneath; the texts of the errors too.
Texts with a parse mode go through TDLib's own parser (``tdjson``); without it they are refused.
"""

from __future__ import annotations

import itertools
import json
import re
from typing import Any

Json = dict[str, Any]

TEXT_LIMIT, RAW_LIMIT, ENTITY_LIMIT, ENTITY_BYTES = 4096, 1 << 15, 100, 9500
CAPTION_LIMIT = 1024
DATA_LIMIT, BUTTON_LIMIT, ROW_LIMIT = 64, 100, 8
KINDS = {
    "bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre", "text_link", "text_mention",
    "blockquote", "expandable_blockquote", "custom_emoji",
}  # fmt: skip
FOUND = {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"}
TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{24,}")
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
COMMAND = re.compile(r"[a-z0-9_]{1,32}")


class Refusal(Exception):
    """An answer other than ok."""

    def __init__(self, code: int, description: str, **parameters: object) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


def bad(description: str) -> Refusal:
    """Return the refusal of a wrong request."""
    return Refusal(400, f"Bad Request: {description}")


def clean(text: str) -> str:
    """Return ``text`` as ``clean_input_string`` leaves it."""
    text = re.sub(r"[\x00-\x09\x0b\x0c\x0e-\x20]", " ", text.replace("\r", ""))
    return re.sub("[\u2028-\u202e\u0333\u033f\u030a]", "", text)


def units(text: str) -> int:
    """Return the length of ``text`` in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def formatted(
    text: str, mode: str, entities: list[Json], *, limit: int = TEXT_LIMIT
) -> tuple[str, list[Json]]:
    """Return text and entities as they are stored, or refuse them."""
    if len(text.encode()) > RAW_LIMIT:
        raise bad("text is too long")
    if mode:
        text, entities = parsed(text, mode)
    elif clean(text) != text:
        entities = moved(text, entities)
    text = clean(text)
    lead = len(text) - len(text.lstrip(" \n"))
    text = text.strip(" \n")
    if not text.strip("\u200b\u200c\u200d\u2060 \n"):
        raise bad("message text is empty")
    if len(text) > limit:
        raise bad("message is too long")
    return text, checked(text, [{**e, "offset": e["offset"] - lead} for e in entities])


# A few of the top-level domains that are endings of files, too.
_ADDRESS = re.compile(
    r"(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:md|zip|mov|py|sh|rs|pl|ps|org|com|net|pe|es|ua|io)(?![\w-])(?:/\S*)?",
    re.I,
)
_MENTION = re.compile(r"(?<!\w)@[A-Za-z0-9_]{4,32}(?!\w)")


def links_in(text: str, entities: list[Json]) -> list[str]:
    """Return the addresses and names that Telegram makes links of by itself: none inside code or a link."""
    guarded = [
        (e["offset"], e["offset"] + e["length"])
        for e in entities
        if e["type"] in ("code", "pre", "text_link")
    ]
    found = []
    for match in itertools.chain(_ADDRESS.finditer(text), _MENTION.finditer(text)):
        start, end = units(text[: match.start()]), units(text[: match.end()])
        if not any(first <= start and end <= last for first, last in guarded):
            found.append(match[0])
    return found


def moved(text: str, entities: list[Json]) -> list[Json]:
    """Return entities moved to where their words are after cleaning."""
    encoded = text.encode("utf-16-le")

    def place(offset: int) -> int:
        return units(clean(encoded[: offset * 2].decode("utf-16-le", "replace")))

    shifted = []
    for entity in entities:
        start, end = place(entity["offset"]), place(entity["offset"] + entity["length"])
        shifted.append({**entity, "offset": start, "length": end - start})
    return shifted


def checked(text: str, entities: list[Json]) -> list[Json]:
    """Refuse entities that are wrong; keep the first hundred."""
    encoded = text.encode("utf-16-le")
    size = 0
    for entity in entities:
        kind, offset, length = entity.get("type"), entity["offset"], entity["length"]
        if kind not in KINDS | FOUND:
            raise bad(f"can't parse entities: unsupported type {kind}")
        if offset < 0 or length <= 0 or (offset + length) * 2 > len(encoded):
            raise bad(f"entity at offset {offset} of length {length} is outside of the text")
        try:
            encoded[offset * 2 : (offset + length) * 2].decode("utf-16-le")
            encoded[: offset * 2].decode("utf-16-le")
        except UnicodeDecodeError:
            raise bad(f"entity at UTF-16 offset {offset} begins or ends in a middle of a symbol") from None
        if kind == "text_link" and not re.match(r"(https?|tg)://[^\s/]+", entity.get("url", "")):
            raise bad("text_link without a usable address")
        size += 12 + 4 + len(entity.get("url", "").encode())
    if size > ENTITY_BYTES:
        raise bad("ENTITIES_TOO_LONG")
    quotes = sorted((e["offset"], e["offset"] + e["length"]) for e in entities if "blockquote" in e["type"])
    if any(first[1] > second[0] for first, second in itertools.pairwise(quotes)):
        raise bad("block quotes can't be nested")
    return entities[:ENTITY_LIMIT]


def parsed(text: str, mode: str) -> tuple[str, list[Json]]:
    """Return what TDLib's parser makes of a text with mark-up."""
    modes = {
        "html": {"@type": "textParseModeHTML"},
        "markdown": {"@type": "textParseModeMarkdown", "version": 1},
        "markdownv2": {"@type": "textParseModeMarkdown", "version": 2},
    }
    if mode.lower() not in modes:
        raise bad("unsupported parse_mode")
    answer = tdlib({"@type": "parseTextEntities", "text": text, "parse_mode": modes[mode.lower()]})
    if answer["@type"] == "error":
        raise bad(answer["message"][0].lower() + answer["message"][1:])
    entities = []
    for entity in answer["entities"]:
        name = entity["type"]["@type"].removeprefix("textEntityType")
        kind = re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower().replace("block_quote", "blockquote")
        link = {"url": entity["type"]["url"]} if "url" in entity["type"] else {}
        kind = "text_link" if kind == "text_url" else kind
        entities.append({"type": kind, "offset": entity["offset"], "length": entity["length"], **link})
    return answer["text"], entities


def tdlib(request: Json) -> Json:
    """Run a synchronous request of TDLib; refuse when it is not installed."""
    try:
        import tdjson
    except ImportError:
        raise bad("parse_mode is not supported without tdjson") from None
    answer: Json = json.loads(tdjson.td_execute(json.dumps(request).encode()))
    return answer


def keyboard(markup: Json | None) -> Json | None:
    """Return an inline keyboard, or refuse it."""
    if not markup:
        return None
    rows = markup.get("inline_keyboard", [])
    buttons = [button for row in rows for button in row]
    if len(buttons) > BUTTON_LIMIT or any(len(row) > ROW_LIMIT for row in rows):
        raise bad("BUTTONS_TOO_MANY")
    for button in buttons:
        if not button.get("text", "").strip():
            raise bad("inline keyboard button text is empty")
        data = button.get("callback_data")
        if data is not None and not 1 <= len(data.encode()) <= DATA_LIMIT:
            raise bad("BUTTON_DATA_INVALID")
        if (
            not {"callback_data", "url", "switch_inline_query", "switch_inline_query_current_chat"}
            & button.keys()
        ):
            raise bad("text buttons are unallowed in the inline keyboard")
    return {"inline_keyboard": rows}
