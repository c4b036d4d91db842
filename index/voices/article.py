"""Reads an article from its first paragraph to its last and remembers who spoke."""

from __future__ import annotations

from collections.abc import Sequence

from index.grammar.antecedents import describes
from index.grammar.candidates import counts_people, plausible, speaks
from index.grammar.evidence import Strength
from index.grammar.frames import Frame, cut_frames
from index.grammar.garbled import garbled
from index.grammar.nouns import Phrase
from index.grammar.openings import first_phrase, heads_lines
from index.grammar.quotes import ANY_MARK, find_quotes
from index.grammar.report import Report, supposed
from index.grammar.report_rules import report_rules
from index.grammar.reporting_words import Cue, Lexicon, lexicon
from index.grammar.roster import Roster, roster_of
from index.grammar.speakers import Speaker, speaker_of
from index.languages import is_read
from index.model import Mode, Paragraph, Role, Source, Voice
from index.text.names import Named, headline, names_in
from index.text.people import given_names, people_words
from index.text.places import names_waters
from index.voices.author_stance import with_stance
from index.voices.descriptions import Described
from index.voices.echoes import dialogue, echoed
from index.voices.groups import is_many
from index.voices.headed_statements import sender, statements_of
from index.voices.inserts import split_by_tags
from index.voices.interviews import answers_of
from index.voices.leftovers import Said, Scene, introduced, uncovered
from index.voices.pronouns import Memory
from index.voices.read_out import without_nested, without_read_out
from index.voices.reports import find_reports
from index.voices.signatures import messages_in, signatures_of, signed
from index.voices.spans import Spoken, pieces, whole_paragraph, with_denial, without_overlap
from index.voices.speech_blocks import credited, post, posts_of
from index.voices.told_roles import with_roles
from index.voices.topic_lists import topics_of
from index.voices.transcripts import turns_of
from index.voices.turn_parts import Turns, untold_turns
from index.words import word_list

_SPEAKING = frozenset({Role.BODY, Role.POST, Role.LISTING})
_SHOWN = frozenset({"document", "count"})  # verbs for what documents show: no speech follows them
# Of quotation in a paragraph; more are a drawing or an attack, and take minutes to pair.
_OPEN_REACH = 4  # paragraphs in which a quotation left open is closed
_MOST_MARKS = 2000
_HANDLE = "(@"  # in what signs a message


def _readable(paragraph: Paragraph) -> bool:
    """Whether names can be read from it: in a headline every word looks like one."""
    return paragraph.role is not Role.JUNK and not headline(paragraph.text)


def _names(paragraph: Paragraph) -> list[Named]:
    """The names of a paragraph; none goes on from what is in bold to what is not: "**Brack** No, ..."."""
    found = names_in(paragraph.text)
    return [each for each in found if not each.start < paragraph.stressed < each.end] if found else found


def _in_court(scene: Scene) -> bool:
    """Whether the paragraph speaks of arrest or trial."""
    return any("justice" in token.kinds for frame in scene.frames for token in frame.tokens)


def _aimed(cue: Cue) -> bool:
    """Whether a verb is aimed at somebody: "accused her", not "stressed the need"."""
    return "act" in cue.patterns or ("object" in cue.patterns and not cue.patterns & {"say", "that"})


def _aside(
    scene: Scene, cue: str | None, speaker: Speaker, at: int, other: str | None, roster: Roster
) -> bool:
    """Whether a source is only named beside, so that it does not go on: "844, según el último balance".

    ``other``: who speaks in the sentence around it.
    """
    word = cue.lower() if cue else ""
    continues = report_rules(scene.lex.language).left_out is not None
    first = (speaker.name or "").split(" ", 1)[0].lower()
    document = bool(scene.lex.kinds.get(first, frozenset()) & {"documents"})
    bracketed = scene.text.rfind("(", 0, at) > scene.text.rfind(")", 0, at)
    inside = other is not None and other != speaker.name
    names_many = is_many(speaker, roster) and not document
    heads = any(scene.text[frame.start : at].lower().strip() == word for frame in scene.frames)
    beside = speaker.kind in ("noun", "several") or document or bracketed or inside
    source = word.split(" ", 1)[0] in scene.lex.according  # "de acuerdo con" as well
    return continues and source and beside and not (heads and names_many)  # "A juicio de los vecinos, ..."


def _shown_by_it(speaker: Speaker, cue: Cue | None) -> bool:
    """Whether an "it" that stands for nobody known only shows something: "it assures our allies that"."""
    unknown = speaker.kind == "pronoun" and speaker.gender == "n" and speaker.name is None
    return unknown and cue is not None and "say" not in cue.patterns


def _thing(speaker: Speaker, lex: Lexicon) -> bool:
    """Whether a name is a plan's, a bridge's, a war's, and nobody's: "Ley de Aguas", "the Marsh Plan"."""
    words = (speaker.name or "").lower().split() if speaker.kind == "name" else []
    if not words or words[0] in given_names():
        return False  # "Francesco Guerra"
    head = words.pop(-1 if "bare_clauses" in lex.traits else 0) if len(words) > 1 else ""
    things = word_list("people", "things", lex.language)
    return head in things and not speaker.gender and people_words().bodies.isdisjoint(words)


def _share_a_name(one: Speaker, other: Speaker) -> bool:
    """Whether two names may be one person's: "Mario Ejemplo", "Ejemplo Muestra"."""
    first, second = ((each.name or "").split() for each in (one, other))
    return any(word[:1].isupper() and word in second for word in first)


def _narrates(lex: Lexicon) -> bool:
    """Whether a language leaves subjects out, so that a verb without words beside it mostly narrates."""
    return report_rules(lex.language).left_out is not None


def _relayed(cue: str, number: int, said: list[Said], lex: Lexicon) -> bool:
    """Whether a source only passes on a quotation of its sentence: "she said, according to the Gazette"."""
    source = cue.lower().split()[0] in lex.according
    return source and any(each.frame == number and each.quoted for each in said)


class Reader:
    """One pass over one article."""

    def __init__(self, paragraphs: Sequence[Paragraph], source: Source) -> None:
        self._paragraphs = paragraphs
        self._language = source.language
        self._authors = frozenset(each.lower() for each in source.authors)
        self._names = [_names(each) if _readable(each) else [] for each in paragraphs]
        read = list(zip(paragraphs, self._names, strict=True))
        heads = [(each.text, names) for each, names in read if each.role is Role.HEADING]
        texts = [(each.text, names) for each, names in read if each.role is not Role.HEADING]
        headlines = [each.text for each in paragraphs if each.role is not Role.JUNK and headline(each.text)]
        surnames = "two_surnames" in lexicon(self._language).traits
        roster = roster_of(texts, source.speakers, headlines, heads, second_surnames=surnames)
        self._memory = Memory(roster)
        told = [each.text for each in paragraphs]
        self._memory.described = Described(told, self._names, self._memory.roster, lexicon(self._language))
        self._turns = self._dialogue(source)
        self._last: Said | None = None  # who was quoted last, up to the paragraph before
        self._open = False  # the paragraph before left a quotation open
        self._block: Said | None = None  # announced by the colon that ended the paragraph before
        self._listing = False  # what was announced is a list, and its items have begun

    def _dialogue(self, source: Source) -> Turns:
        """The turns of a transcript, or else of an interview, and what another line signs."""
        roster = self._memory.roster
        turns = turns_of(self._paragraphs, source, roster)
        turns = turns if any(turns) else answers_of(self._paragraphs, source, roster)
        turns = turns if any(turns) else untold_turns(self._paragraphs)
        if not any(turns):
            for number, spoken in statements_of(self._paragraphs, roster).items():
                turns[number] = spoken
        below = posts_of(self._paragraphs, roster)
        self._posts = frozenset(below)
        for number, spoken in (below | signatures_of(self._paragraphs, source.authors, roster)).items():
            turns[number] = turns[number] or spoken
        for number in topics_of(
            self._paragraphs
        ):  # "His contract: “...”": whoever speaks, it is not told here
            quotes = find_quotes(self._paragraphs[number].text)
            turns[number] = [Spoken(each.start, each.end, None, Mode.DIRECT, None) for each in quotes]
        return turns

    def read(self) -> list[tuple[Voice, ...]]:
        """Return the voices of every paragraph, sorted."""
        found: list[list[Spoken]] = []
        for index, paragraph in enumerate(self._paragraphs):
            self._memory.number = index
            spoken = self._spoken(index) if paragraph.role in _SPEAKING else []
            if paragraph.role is Role.HEADING and index:
                spoken = self._turns[index] or self._heading(paragraph)
                self._last = None  # below it another may speak: "Our Fathers", "Our Mothers"
            found.append(sorted(spoken, key=lambda each: each.start))
        told = [each.text for each in self._paragraphs]
        rows = with_roles(found, told, self._names, self._memory.roster, lexicon(self._language))
        return [tuple(each.voice() for each in row) for row in rows]

    def _spoken(self, index: int) -> list[Spoken]:
        paragraph = self._paragraphs[index]
        turns = self._turns[index]
        if not is_read(paragraph.language):
            return (turns or []) if is_read(self._language) else []
        if turns is not None:
            return self._turned(paragraph, turns, apart=index in self._posts)
        if paragraph.role is Role.POST:
            return post(self._paragraphs, index, self._memory.roster)
        lex = lexicon(paragraph.language or self._language)
        text = paragraph.text
        marks = len(ANY_MARK.findall(text))
        quotes = split_by_tags(text, find_quotes(text, self._open), lex) if 0 < marks <= _MOST_MARKS else []
        if self._open and self._last and not marks and self._closed_later(index):
            return whole_paragraph(text, self._last.speaker, Mode.DIRECT, self._last.cue)
        roster = self._memory.roster
        labelled = messages_in(text, roster) or signed(text, quotes, roster)
        if labelled:
            return self._turned(paragraph, labelled, apart=_HANDLE in text)
        scene = Scene(text, quotes, cut_frames(text, quotes, lex), self._names[index], lex)
        self._memory.enter(text, scene.names, quotes, scene.frames, lex)
        return self._announced(paragraph) or without_nested(text, self._speech(scene), lex, roster)

    def _closed_later(self, index: int) -> bool:
        """Whether a quotation left open runs over this paragraph without marks to one that closes it."""
        for later in self._paragraphs[index + 1 : index + 1 + _OPEN_REACH]:
            if ANY_MARK.search(later.text):
                first = next(iter(find_quotes(later.text, carried=True)), None)
                opens = ANY_MARK.match(later.text.lstrip()) is not None
                return first is not None and first.start == 0 and first.closed and not opens
        return False

    def _turned(self, paragraph: Paragraph, turns: list[Spoken], *, apart: bool = False) -> list[Spoken]:
        """The turns of a dialogue in this paragraph; what goes before it is left behind.

        ``apart``: messages that stand in an article as pictures do: "he" behind them is not who wrote them.
        """
        lex = lexicon(paragraph.language or self._language)
        self._last, self._open, self._block, self._listing = None, False, None, False
        if not apart:
            self._memory.enter(paragraph.text, [], [], [], lex)
        for each in () if apart else turns:
            if each.speaker:
                self._memory.spoke(each.speaker, each.start)
        return self._reported_by_author(paragraph, turns) or without_read_out(
            paragraph.text, turns, lex, self._memory.roster
        )

    def _reported_by_author(self, paragraph: Paragraph, turns: list[Spoken]) -> list[Spoken]:
        """What the author of an interview reports of others in his turn: "Brown says that"."""
        speaker = turns[0].speaker if len(turns) == 1 else None
        if speaker is None or (speaker.name or "").lower() not in self._authors:
            return []
        start, end = turns[0].start, turns[0].end
        text = " " * start + paragraph.text[start:end]
        quotes = find_quotes(text)
        if "?" in text or quotes:
            return []
        lex = lexicon(paragraph.language or self._language)
        scene = Scene(text, quotes, cut_frames(text, quotes, lex), names_in(text), lex)
        self._memory.enter(text, scene.names, quotes, scene.frames, lex)
        return self._speech(scene)

    def _heading(self, paragraph: Paragraph) -> list[Spoken]:
        """The words of a heading that names who says them."""
        roster = self._memory.roster
        quotes = find_quotes(paragraph.text)
        return signed(paragraph.text, quotes, roster, headed=True) or credited(paragraph, roster)

    def _announced(self, paragraph: Paragraph) -> list[Spoken]:
        """A block quotation without marks, or a list, after a paragraph that ends with a colon."""
        block = self._block
        if block is None:
            return []
        listing = paragraph.role is Role.LISTING
        told = block.speaker.name and block.speaker.name.split()[-1] in paragraph.text  # told of by another
        if told and not listing and block.speaker.kind == "name":
            self._block = None
            return []
        if paragraph.text.rstrip().endswith(":") and not listing:  # "Brown wrote in part:" announces anew
            self._block = None
            return []
        marked = ANY_MARK.match(paragraph.text.lstrip()) is not None  # marks tell where the words end
        if marked or (self._listing and not listing):
            self._block, self._last = None, block if marked else self._last
            return []
        self._listing = listing
        if not listing:
            self._block = None
        mode = Mode.INDIRECT if listing else Mode.DIRECT
        return whole_paragraph(paragraph.text, block.speaker, mode, block.cue)

    def _speech(self, scene: Scene) -> list[Spoken]:
        """Reports in the sentences of a paragraph, then the quotations they leave uncovered."""
        spoken: list[Spoken] = []
        said: list[Said] = []
        aimed = False  # whether the report before named somebody it was aimed at
        for number, frame in enumerate(scene.frames):
            for report in find_reports(frame, scene.lex):
                if supposed(frame, report):
                    continue
                at = frame.tokens[report.phrase.first].start
                cue = scene.text[slice(*report.cue)] or None
                known = scene.lex.cues.get(cue.lower()) if cue else None
                answers = known is not None and known.lemma in people_words().answers
                if report.unnamed and not _in_court(scene):
                    continue
                if cue and _relayed(cue, number, said, scene.lex):
                    continue
                weak = report.strength is Strength.WEAK and _narrates(scene.lex)
                told = None if weak else known  # beside no words a noun must be known to speak
                speaker = self._speaker(scene, frame, report.phrase, told, unnamed=report.unnamed)
                speaker = self._memory.resolve(speaker, at, turned=aimed or answers)
                speaker = self._of_open(scene, report) or speaker
                unquoted = report.quoted is None and not report.quotes(frame)
                if _shown_by_it(speaker, known) or (unquoted and speaker.kind == "thing"):
                    continue  # "This hiccup adds to a worry that has followed her"
                aimed = known is not None and _aimed(known)
                other = said[-1].speaker.name if said and said[-1].frame == number else None
                aside = describes(frame.tokens, report.phrase, scene.lex)
                if not (aside or _aside(scene, cue, speaker, at, other, self._memory.roster)):
                    self._memory.spoke(speaker, at)
                found = with_denial(pieces(scene.text, frame, report, scene.quotes), report, known)
                spoken.extend(Spoken(start, end, speaker, mode, cue or None) for start, end, mode in found)
                quoted = any(mode is not Mode.INDIRECT for *_, mode in found)
                said.append(Said(number, speaker, cue, quoted, aside))
        spoken = without_overlap(spoken)
        bare = uncovered(scene, spoken, said, self._last, self._memory)
        closed = not said and all(quote.closed for quote in scene.quotes)
        for each in bare if closed else ():  # a whole paragraph of his: "he said" in the next one is he
            if each.speaker and each.speaker.name:
                self._memory.spoke(each.speaker, each.start)
                self._last = self._last or Said(0, each.speaker, each.cue, quoted=True)
        spoken.extend(bare)
        self._remember(scene, said)
        spoken = dialogue(scene, echoed(scene, introduced(scene, spoken), self._memory))
        return with_stance(scene, without_overlap(spoken))  # a turn may begin inside an unclosed quotation

    def _of_open(self, scene: Scene, report: Report) -> Speaker | None:
        """Whose quotation the paragraph before left open, where a tag without a subject closes it here."""
        carried = self._open and scene.quotes and scene.quotes[0].start == 0 and scene.quotes[0].closed
        opens = ANY_MARK.match(scene.text.lstrip()) is not None
        closes = carried and not opens and report.phrase.dropped and report.quoted == 0
        return self._last.speaker if closes and self._last else None

    def _speaker(
        self, scene: Scene, frame: Frame, phrase: Phrase, cue: Cue | None, *, unnamed: bool = False
    ) -> Speaker:
        if unnamed or phrase.unread:
            return Speaker(None, "", kind="noun")
        if garbled(frame.tokens, phrase, scene.lex):
            return Speaker(None, "", kind="thing")
        speaker = speaker_of(scene.text, frame.tokens, phrase, scene.lex, self._memory.roster)
        no_one = names_waters(speaker.name or "") or _thing(speaker, scene.lex)
        if speaker.kind == "noun":
            can = report_rules(scene.lex.language).noun_speaks
            no_one = counts_people(frame.tokens, phrase, scene.lex)
            if can is not None and not can(frame.tokens, phrase, cue, scene.lex):
                return Speaker(None, "", kind="thing")
        return Speaker(None, "", kind="noun") if no_one else speaker

    def _remember(self, scene: Scene, said: list[Said]) -> None:
        """Keep for the next paragraph who spoke last, whether a quotation is open, who announced a block."""
        text, quotes = scene.text, scene.quotes
        said = [each for each in said if not each.aside] if len(said) > 1 else said
        quoted = [each for each in said if each.quoted]
        if said:
            unsure = said[-1].aside or self._doubtful(said, quoted)
            self._last = None if unsure else (quoted or said)[-1]
        elif not quotes or text[: quotes[0].start].strip():
            self._last = None  # a paragraph of the author's own ends a quotation over several paragraphs
        self._open = bool(quotes) and not quotes[-1].closed
        self._block, self._listing = None, False
        if scene.frames and text.rstrip().endswith(":"):
            last = scene.frames[-1]
            own = [each for each in said if each.frame == len(scene.frames) - 1]
            verb = next((t.text for t in reversed(last.tokens) if t.low in scene.lex.cues), None)
            mine = own and (verb is None or own[-1].cue is None or own[-1].cue.endswith(verb) or quotes)
            self._block = own[-1] if mine else None if quotes else self._announcer(scene, last)
            self._last = (
                self._last if self._block or own or quotes else None
            )  # another announces what follows

    def _doubtful(self, said: list[Said], quoted: list[Said]) -> bool:
        """Whether a bare quotation in the next paragraph may be one of two people's: one was quoted in the
        paragraph before, of another this one only tells what he says.
        """
        before = self._last
        return (
            not quoted
            and before is not None
            and before.quoted
            and before.speaker.name != said[-1].speaker.name
            and not _share_a_name(before.speaker, said[-1].speaker)
        )

    def _announcer(self, scene: Scene, frame: Frame) -> Said | None:
        """Who announces what follows the colon: the subject of a sentence with a reporting word."""
        message = sender(scene.text, self._memory.roster)
        if message is not None:
            return Said(0, message, None, quoted=True)
        cue = next((token for token in reversed(frame.tokens) if token.low in scene.lex.cues), None)
        if cue is None:
            named = report_rules(scene.lex.language).colon_speaker
            phrase = named(frame.tokens, len(frame.tokens) - 1, scene.lex) if named else None
            return self._said(scene, frame, phrase, None) if phrase else None
        phrase = first_phrase(frame.tokens, len(frame.tokens), scene.lex)
        performs = report_rules(scene.lex.language).subject
        if phrase is None and performs is not None:  # "Responding to the report Brown said:"
            at, verb = frame.tokens.index(cue), scene.lex.cues[cue.low]
            found = performs(frame.tokens, at, verb, scene.lex, None)
            phrase = found if found and not found.dropped else None
        if phrase is None and "say" in scene.lex.cues[cue.low].patterns:
            goes_on = self._memory.resolve(Speaker(None, "", None, "ds", "pronoun"), cue.start)
            return Said(0, goes_on, cue.text, quoted=True) if goes_on.name else None  # "Y añadió:"
        narrated = phrase is None or scene.lex.cues[cue.low].patterns <= _SHOWN
        if phrase is None or narrated or heads_lines(frame.tokens, phrase, frame.tokens.index(cue)):
            return None
        if frame.tokens[phrase.last] is cue and phrase.last > phrase.first:
            phrase = phrase._replace(last=phrase.last - 1)  # "Ejemplo reports:"
        known = "bare_clauses" not in scene.lex.traits or plausible(frame.tokens, phrase)
        if not speaks(frame.tokens, phrase) or not known:
            return None
        return self._said(scene, frame, phrase, cue.text)

    def _said(self, scene: Scene, frame: Frame, phrase: Phrase, cue: str | None) -> Said:
        speaker = self._speaker(scene, frame, phrase, scene.lex.cues.get((cue or "").lower()))
        speaker = self._memory.resolve(speaker, frame.tokens[phrase.first].start)
        return Said(0, speaker, cue, quoted=True)
