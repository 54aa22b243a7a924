// A correction as the member `galley:correction` of its annotation.

import ArticleModel
import LosslessJSON

extension Correction {
  /// Reads a correction; nil when this version does not understand it.
  init?(_ node: JSONNode) {
    guard let finding = node["galley:finding"]?.string.flatMap(Finding.init),
      let decision = node["galley:decision"]?.string.flatMap(Decision.init)
    else { return nil }
    self.init(decision, finding)
    if let speaker = node["galley:speaker"] {
      self.speaker = speaker.string.map(Speaker.named) ?? .nobody
    }
    place = node["galley:place"].flatMap { Place($0) }
    subject = node["galley:of"]?.string
    name = (decision == .merged ? node["galley:into"] : node["galley:name"])?.string
    speakerKind = node["galley:speakerKind"]?.string.flatMap(SpeakerKind.init)
    isForDesk = node["galley:scope"]?.string == Self.desk
  }

  /// The value of `galley:scope` of what counts in later articles too.
  private static var desk: String { "desk" }

  /// The correction in JSON.
  var json: JSONValue {
    var object: JSONObject = [
      "galley:finding": .string(finding.rawValue), "galley:decision": .string(decision.rawValue),
    ]
    switch speaker {
    case .named(let name): object.append("galley:speaker", .string(name))
    case .nobody: object.append("galley:speaker", .null)
    case nil: break
    }
    object.append("galley:place", place?.json)
    object.append("galley:of", subject.map(JSONValue.string))
    object.append(
      decision == .merged ? "galley:into" : "galley:name", name.map(JSONValue.string))
    object.append("galley:speakerKind", speakerKind.map { .string($0.rawValue) })
    object.append("galley:scope", isForDesk ? .string(Self.desk) : nil)
    return .object(object)
  }
}

extension Correction.Place {
  fileprivate init?(_ node: JSONNode) {
    guard let name = node["schema:name"]?.string else { return nil }
    self.init(
      name: name, country: node["schema:addressCountry"]?.string,
      latitude: Self.degrees(node["schema:latitude"], within: 90),
      longitude: Self.degrees(node["schema:longitude"], within: 180))
  }

  /// Degrees that there are; nil for any other number.
  private static func degrees(_ node: JSONNode?, within most: Double) -> Double? {
    node?.double.flatMap { (-most...most).contains($0) ? $0 : nil }
  }

  fileprivate var json: JSONValue {
    var object: JSONObject = ["schema:name": .string(name)]
    object.append("schema:addressCountry", country.map(JSONValue.string))
    object.append("schema:latitude", latitude.map(JSONValue.double))
    object.append("schema:longitude", longitude.map(JSONValue.double))
    return .object(object)
  }
}
