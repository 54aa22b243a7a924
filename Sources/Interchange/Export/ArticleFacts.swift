// What exports say of an article as a whole, under the same names wherever they can.

import ArticleModel
import LosslessJSON
import Sidecars

extension ArticleDescription {
  /// The names of the facts, in their order.
  static let factNames = ["title", "authors", "outlet", "published", "language", "address"]

  /// Title, authors, outlet, date, language and address, in the order of their names.
  var facts: [String?] {
    [title, byline, publisher, published?.description, language, identifier]
  }

  /// The facts that are known, as members of an object.
  func append(to object: inout JSONObject) {
    for (name, fact) in zip(Self.factNames, facts) {
      object.append(name, fact.map(JSONValue.string))
    }
  }

  /// The facts that are known, in the vocabulary of sidecars.
  var provenance: JSONValue? {
    let names = [
      "dc:title", "dc:creator", "dc:publisher", "dc:date", "dc:language", "dc:identifier",
    ]
    var object = JSONObject()
    for (name, fact) in zip(names, facts) { object.append(name, fact.map(JSONValue.string)) }
    return object.members.isEmpty ? nil : .object(object)
  }
}
