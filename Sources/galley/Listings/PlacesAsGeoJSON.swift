// Places for other maps: GeoJSON (RFC 7946).

import ArticleModel
import LosslessJSON
import NewsAnalysis

extension Analysis {
  /// A feature a place, in the order in which the article names them. What has no point on the earth, such
  /// as a bloc of states, has no geometry (section 3.2).
  var placesAsGeoJSON: JSONValue {
    ["type": "FeatureCollection", "features": .array(places.map(\.feature))]
  }
}

extension Place {
  fileprivate var feature: JSONValue {
    var properties: JSONObject = ["name": .string(name)]
    properties.append("country", country.map(JSONValue.string))
    properties.append("mentions", .integer(mentions.count))
    properties.append("note", note.map(JSONValue.string))
    return ["type": "Feature", "geometry": geometry, "properties": .object(properties)]
  }

  /// Longitude comes first (section 3.1.1).
  private var geometry: JSONValue {
    guard let coordinate else { return .null }
    let numbers = [coordinate.longitude, coordinate.latitude].map(JSONValue.double)
    return ["type": "Point", "coordinates": .array(numbers)]
  }
}
