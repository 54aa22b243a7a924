// How English credits are worded.

extension CreditWords {
  /// The words of English credits.
  static let english = CreditWords(
    works: """
      reporting writing editing photography photograph photographs photo photos picture pictures image
      images illustration illustrations graphic graphics video videos handout translation words text
      written reported edited compiled produced photographed illustrated translated credit credits
      source by-line byline
      """,
    binders: "by",
    contributions: "contributed",
    contributed: "report reporting article story dispatch",
    links: """
      by via for and in at from of the with courtesy through additional further file handout pool
      special to
      """,
    agencies: """
      reuters ap afp getty epa dpa pa upi apa ansa efe kyodo xinhua tass ritzau ntb belga keystone
      imago alamy shutterstock istock istockphoto bloomberg anadolu nurphoto zuma sipa magnum corbis
      pexels unsplash wikimedia flickr afp/getty
      """)
}
