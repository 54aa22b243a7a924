// Words before a colon that stand above a transcript, or between its turns, and name nobody.

/// Labels that are no speakers.
enum HeaderLabels {
  /// Those of all languages, in small letters.
  static let all: Set<String> = CaptionLabels.all.union([
    "date", "time", "location", "place", "venue", "subject", "topic", "title", "present", "absent",
    "attendees", "participants", "apologies", "in attendance", "source", "sources", "transcript",
    "transcription", "recording", "recorded", "duration", "length", "language", "kind", "from",
    "to",
    "cc", "contact", "contacts", "phone", "email", "e-mail", "website", "note", "notes", "agenda",
    "item", "correction", "update", "updated", "published", "posted", "last updated", "embargo",
    "for immediate release", "editor’s note",
    "editor's note", "read more", "related", "see also", "ps", "datum", "ort", "thema", "betreff",
    "quelle", "hinweis", "teilnehmer", "anwesend", "lieu", "objet", "présents", "fecha", "lugar",
    "asunto", "fuente", "nota", "presentes",
  ])
}
