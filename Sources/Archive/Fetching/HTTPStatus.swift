// The codes that servers answer with (RFC 9110, section 15), in words.

/// What a code means for somebody who wanted a page.
enum HTTPStatus {
  /// The name of a code; nil for one that no standard has.
  static func name(of code: Int) -> String? {
    switch code {
    case 202: "Accepted"
    case 204: "No Content"
    case 206: "Partial Content"
    case 304: "Not Modified"
    case 400: "Bad Request"
    case 401: "Unauthorized"
    case 402: "Payment Required"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 406: "Not Acceptable"
    case 410: "Gone"
    case 429: "Too Many Requests"
    case 451: "Unavailable For Legal Reasons"
    case 500: "Internal Server Error"
    case 502: "Bad Gateway"
    case 503: "Service Unavailable"
    case 504: "Gateway Timeout"
    default: nil
    }
  }

  /// What to try; nil when nothing helps.
  static func advice(on code: Int) -> String? {
    switch code {
    case 404, 410: "the page is not there; check the address"
    case 401, 402, 403, 406, 451:
      "it does not send the page to programs; open it in a browser, save it, and open that file"
    case 429: "it is getting too many requests; try again later"
    case 500...599: "the server has a problem; try again later"
    case 200..<400: "it sent no page"
    default: nil
    }
  }

  /// Whether an answer with a `Location` sends to another address.
  static func isRedirect(_ code: Int) -> Bool { [301, 302, 303, 307, 308].contains(code) }
}
