// World cities and their small namesakes: Vienna beside Washington is in Austria, Paris beside Lamar County is not
// in France.

import ArticleModel
import Testing

@testable import NewsAnalysis

@Suite("World cities and their namesakes")
struct PlaceNamesakeTests {
  /// Cities that everybody knows, their countries, and other places that have a namesake of theirs nearby.
  private static let cities: [(name: String, country: String, others: [String])] = [
    ("Vienna", "AT", ["Washington", "Baltimore", "Richmond", "Atlanta", "London"]),
    ("Perth", "AU", ["London", "Glasgow", "Edinburgh", "Toronto", "Singapore"]),
    ("Melbourne", "AU", ["London", "Manchester", "Bristol", "Derby", "Miami"]),
    ("Rome", "IT", ["Atlanta", "Nashville", "London"]),
    ("Paris", "FR", ["Dallas", "Houston", "Memphis", "Nashville", "Toronto"]),
    ("Dublin", "IE", ["Cincinnati", "Cleveland", "San Francisco", "Philadelphia"]),
    ("Athens", "GR", ["Atlanta", "Cincinnati", "Dallas", "Nashville"]),
    ("Moscow", "RU", ["Boise", "Seattle", "Pittsburgh"]),
    ("Warsaw", "PL", ["Indianapolis", "Chicago", "Kansas City"]),
    ("Odessa", "UA", ["Houston", "Dallas", "Tampa"]),
    ("Geneva", "CH", ["Chicago", "Cleveland", "Sydney"]),
    ("Manchester", "GB", ["Boston", "Nashville"]),
    ("Birmingham", "GB", ["Manchester", "Glasgow", "Berlin"]),
    ("Lima", "PE", ["Cincinnati", "Detroit", "Columbus"]),
    ("Cairo", "EG", ["Chicago", "Atlanta", "Memphis"]),
    ("Sydney", "AU", ["Cardiff", "Montreal", "Toronto"]),
    ("Naples", "IT", ["Houston", "Chicago", "London"]),
    ("Toronto", "CA", ["Cleveland", "Sydney", "Pittsburgh"]),
    ("Philadelphia", "US", ["Jerusalem", "Damascus", "Paris"]),
    ("Houston", "US", ["Glasgow", "Edinburgh"]), ("Boston", "US", ["London", "Liverpool"]),
    ("Newcastle", "GB", ["London", "New York", "Tokyo", "Dubai", "Madrid"]),
    ("Hull", "GB", ["London", "Paris", "Houston", "Singapore"]),
    ("Bethlehem", "PS", ["London", "Rome", "Chicago", "Mumbai"]),
    ("Nazareth", "IL", ["London", "Rome", "Chicago"]),
    ("Valencia", "ES", ["New York", "Miami", "Berlin"]),
    ("Dundee", "GB", ["Chicago", "Miami"]),
    ("Oxford", "GB", ["Paris", "Atlanta"]),
  ]

  private static let frames = [
    "She moved from X to Y last year.", "A flight from X to Y made an emergency landing.",
    "The gallery has branches in X, Y and Hong Kong.", "The minister flew from Y to X on Monday.",
    "X, March 3 – Envoys from Y met on Monday.", "The museum in X lent a painting to Y.",
  ]

  /// The country of each place that an article names, by its words.
  private func countries(in text: String) -> [String: String] {
    let article = Article(text)
    let analysis = NewsAnalyzer().analyze(article)
    var countries: [String: String] = [:]
    for mention in analysis.locations {
      countries[article.text.string(in: mention.span)] = analysis.places[mention.place].country
    }
    return countries
  }

  @Test("A world city beside one other place is the world city", arguments: cities.indices)
  func oneOtherPlace(index: Int) {
    let city = Self.cities[index]
    for other in city.others {
      for frame in Self.frames {
        let isDateline = frame.hasPrefix("X,")
        let name = isDateline ? city.name.uppercased() : city.name
        let whole = Self.filling(frame, name, other)
        #expect(countries(in: whole)[name] == city.country, "\(whole)")
      }
    }
  }

  /// A frame with its two names.
  private static func filling(_ frame: String, _ city: String, _ other: String) -> String {
    frame.map { $0 == "X" ? city : $0 == "Y" ? other : String($0) }.joined()
  }

  @Test(
    "A namesake has its state or country beside it",
    arguments: [
      ("Paris", "US", "Texas"), ("Vienna", "US", "Virginia"), ("Lima", "US", "Ohio"),
      ("Athens", "US", "Georgia"), ("Perth", "GB", "Scotland"), ("London", "CA", "Ontario"),
      ("Melbourne", "US", "Florida"), ("Moscow", "US", "Idaho"), ("Manchester", "US", "N.H."),
    ])
  func stateBeside(city: String, country: String, state: String) {
    for text in [
      "A fire in \(city), \(state), killed two people on Monday, officials in Berlin said.",
      "A fire in \(city) (\(state)) killed two people.",
      "He lived in \(city) in \(state) for years.",
      "She was born in \(city), in \(state), and studied in Rome.",
      "The \(state) town of \(city) elected a mayor.",
    ] {
      #expect(countries(in: text)[city] == country, "\(text)")
    }
  }

  @Test(
    "A name alone means the place that it is best known for",
    arguments: [
      ("Newcastle", "GB"), ("Hull", "GB"), ("Bethlehem", "PS"), ("Nazareth", "IL"),
      ("Valencia", "ES"), ("Granada", "ES"), ("Hanover", "DE"), ("Pittsburg", "US"),
      ("Monterey", "US"), ("Frankfurt", "DE"), ("Mecca", "SA"), ("Medina", "SA"),
    ])
  func alone(city: String, country: String) {
    for text in [
      "Two people died in \(city) on Monday.", "She was born in \(city) and studied medicine.",
    ] {
      #expect(countries(in: text)[city] == country, "\(text)")
    }
  }

  @Test("Newcastle is in Australia in an article about its surroundings")
  func newcastle() {
    for others in [("Sydney", "Wollongong"), ("Maitland", "Sydney"), ("Brisbane", "Melbourne")] {
      let text = "Trains from Newcastle to \(others.0) stopped. \(others.1) in Australia has buses."
      #expect(countries(in: text)["Newcastle"] == "AU", "\(text)")
    }
  }

  @Test("A county beside a name holds it")
  func countyBeside() {
    #expect(countries(in: "He lives in Lincoln, Lincolnshire.")["Lincoln"] == "GB")
  }

  @Test("A list with a country in it is not an address")
  func listOfPlaces() {
    for (city, country) in [("Paris", "FR"), ("Vienna", "AT"), ("Perth", "AU"), ("London", "GB")] {
      let text = "Officials in \(city), Canada and Japan agreed on the plan."
      #expect(countries(in: text)[city] == country)
    }
  }

  @Test(
    "In an article about its region a namesake is meant",
    arguments: [
      (
        "Paris", "US",
        "The Paris school board met in Reno. Lamar County and the towns of Roxton and Blossom pay."
      ),
      (
        "Paris", "US",
        "PARIS – The Henry County sheriff held a man from Paris, and Henry County pays."
      ),
      (
        "London", "US",
        "A man from London died on a road in Laurel County, near Corbin, police said."
      ),
      (
        "Dublin", "US",
        "Dublin will mend Post Road, Bridge Street and Coffman Road. Hilliard and Columbus help."
      ),
    ])
  func localNews(city: String, country: String, text: String) {
    #expect(countries(in: text)[city] == country)
  }

  @Test("Counties tell which of many towns is meant")
  func counties() {
    let article = Article(
      "A man from Richmond was held in Madison County. He had lived in Berea and Irvine.")
    let analysis = NewsAnalyzer().analyze(article)
    let longitudes = analysis.places.compactMap { $0.coordinate?.longitude }
    #expect(longitudes.count == 4)
    #expect(longitudes.allSatisfy { abs($0 + 84.2) < 1 }, "all lie in Kentucky")
  }

  @Test(
    "The outlet says where an article is at home",
    arguments: [
      ("The London Free Press, Ontario", "https://press.example/1", "CA"),
      ("The Free Press", "https://www.press.example.io/news", "GB"), ("The Free Press", "", "GB"),
    ])
  func outlets(outlet: String, address: String, country: String) {
    var metadata = ArticleMetadata()
    metadata.outlet = outlet
    metadata.address = address
    let text = ArticleText("London will build houses. Builders from Toronto came to help.")
    let article = Article(
      text: text, source: Article.Source(name: "article.txt"),
      structure: ArticleStructure(blocks: LineBlocks(text), metadata: metadata))
    let analysis = NewsAnalyzer().analyze(article)
    #expect(analysis.places.first?.country == country)
  }

  @Test(
    "Addresses in the domain of a country say where an outlet is at home, but not those that anybody may have"
  )
  func addresses() throws {
    let gazetteer = Gazetteer.embedded
    let toronto = try #require(gazetteer.candidates(for: NameHash("Toronto").value).first)
    for (address, isAtHome) in [
      ("https://www.press.example.ca/news", true), ("http://press.ca", true),
      ("https://press.example.co.uk/ca", false), ("https://press.example.io", false), ("ca", false),
    ] {
      var metadata = ArticleMetadata()
      metadata.address = address
      let testimony = Home(of: metadata, gazetteer)?.testimony(for: gazetteer.place(toronto.place))
      #expect((testimony ?? 0 > 0) == isAtHome, "\(address)")
    }
  }

  @Test(
    "Names in another language are known to articles in that language alone",
    arguments: [
      ("de", "Mailand", "IT"), ("de", "Moskau", "RU"), ("de", "Vereinigte Staaten", "US"),
      ("fr", "Londres", "GB"), ("fr", "Allemagne", "DE"), ("fr", "Varsovie", "PL"),
      ("es", "Ginebra", "CH"), ("es", "Nueva York", "US"), ("es", "Alemania", "DE"),
    ])
  func exonyms(tag: String, name: String, country: String) {
    let language = Language(tag, LanguageWords())
    func found(in gazetteer: Gazetteer) -> String? {
      gazetteer.candidates(for: NameHash(name).value).first
        .flatMap { gazetteer.code(of: gazetteer.place($0.place).country) }
    }
    #expect(found(in: .embedded.speaking(language)) == country)
    #expect(found(in: .embedded.speaking(.english)) == found(in: .embedded))
  }
}
