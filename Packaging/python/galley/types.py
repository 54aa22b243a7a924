"""What an analysis consists of, as the program writes it (Documentation/analysis.md has every member).

A member without a value is None, a list without elements is empty; none is left out but ``error``. Offsets count code points and are
half-open. Spans are lists of two offsets, ``[start, end]``.
"""

from typing import Any, List, Literal, Optional, TypedDict


class Words(TypedDict):
    """Words of the text, and where they stand."""
    start: int
    end: int
    text: str


class Relay(Words):
    """Someone who passed a quotation on."""
    entity: Optional[str]
    """The name of an element of ``speakers``."""


class Via(Relay):
    """Who passed a quotation on to the article."""
    via: Optional[Relay]
    """Who passed it on to them."""


class NestedQuotation(TypedDict):
    """A quotation within the words of another one."""
    depth: int
    """1 right within the other's words, 2 within one of those, and so on."""
    start: int
    end: int
    spans: List[List[int]]
    type: Literal["direct", "indirect", "mixed"]
    speaker: Optional[Words]
    speaker_entity: Optional[str]
    speaker_entities: List[str]
    cue: Optional[Words]
    via: Optional[Via]
    via_chain: List[Relay]
    addressee: Optional[Words]
    confidence: float


class Quotation(TypedDict):
    """What someone is quoted with."""
    start: int
    """Where the first part begins; quotation marks belong to it."""
    end: int
    """Where the last part ends."""
    spans: List[List[int]]
    """Each part: two where “she said” stands in between."""
    type: Literal["direct", "indirect", "mixed"]
    """In quotation marks, in the article's words, or both."""
    speaker: Optional[Words]
    """The words that name the speaker here, such as “the minister”."""
    speaker_entity: Optional[str]
    """The name of the speaker who is meant: that of an element of ``speakers``."""
    speaker_entities: List[str]
    """The same, with those who speak together with the speaker."""
    cue: Optional[Words]
    """The words that introduce it, such as “said”."""
    via: Optional[Via]
    """Who passed it on; None when nobody did."""
    via_chain: List[Relay]
    """All who passed it on, the nearest first."""
    addressee: Optional[Words]
    """Whom it is aimed at, where it cannot be read alone."""
    nested: List[NestedQuotation]
    """Quotations within its words, at every depth."""
    confidence: float
    """How likely at least half of the words and the words for the speaker are right."""


class Location(Words):
    """A place that the text names here."""
    place: Optional[int]
    """Which element of ``places`` it means."""
    country: Optional[str]
    """ISO 3166-1 alpha-2; None for regions that span countries."""
    lat: Optional[float]
    """Degrees, WGS 84, north positive."""
    lon: Optional[float]
    """Degrees, WGS 84, east positive."""
    kind: str
    metonym: bool
    """Whether the name stands for those who act there, as “the Kremlin” does."""
    note: Optional[str]
    confidence: float


class Place(TypedDict):
    """A place, once."""
    name: str
    country: Optional[str]
    lat: Optional[float]
    lon: Optional[float]
    note: Optional[str]
    mentions: List[int]
    """Its elements of ``locations``."""


class Person(Words):
    """A person whom the text names here."""
    entity: str
    """The fullest name: the ``name`` of an element of ``speakers``."""
    confidence: float


class Organisation(Words):
    """An organisation that the text names here."""
    entity: str
    """The fullest name: the ``name`` of an element of ``speakers``."""
    confidence: float


class Speaker(TypedDict):
    """Whoever speaks or is named, once."""
    name: str
    kind: Literal["person", "organisation", "outlet", "unnamed"]
    aliases: List[str]
    mentions: List[List[int]]
    quotations: List[int]
    """Elements of ``quotes``."""
    verbatim_words: int
    paraphrase_words: int


class Claim(Words):
    """A sentence that is worth checking."""
    score: float


class Engine(TypedDict):
    """Which engine read the text."""
    name: Literal["fast", "careful"]
    version: str


class Extractor(TypedDict):
    """What made a text of the document."""
    name: str
    version: str


class Article(TypedDict):
    """What the document says about the article; plain text says nothing."""
    title: Optional[str]
    outlet: Optional[str]
    published: Optional[str]
    modified: Optional[str]
    language: Optional[str]
    address: Optional[str]
    canonical_address: Optional[str]
    retrieved: Optional[str]
    authors: List[str]
    extractor: Optional[Extractor]


class Failure(TypedDict, total=False):
    """What only the answer to a text that cannot be analysed has."""
    error: str
    """Why there are no findings."""


class Analysis(Failure):
    """What was found in one text."""
    id: Any
    """The ``id`` of the text, as it was; a text without one is numbered from 0."""
    version: int
    """The version of these members."""
    title: Optional[str]
    engine: Optional[Engine]
    language: Optional[str]
    quotes: List[Quotation]
    locations: List[Location]
    places: List[Place]
    persons: List[Person]
    organisations: List[Organisation]
    speakers: List[Speaker]
    sentences: List[List[int]]
    claims: List[Claim]
    article: Article
