// Abbreviations of English news, without their periods.

extension Abbreviations {
  /// Those of English.
  static let english = Abbreviations(
    titles: """
      mr mrs ms dr prof sen sens rep reps gov govs gen col capt sgt lt cmdr adm maj
      rev hon pres supt det st mt ft cpl pvt msgr amb atty insp vs messrs mme mlle
      """,
    others: """
      jr sr inc corp co ltd bros etc dept univ assn jan feb mar apr jun jul aug sept
      sep oct nov dec ala ariz ark calif colo conn del fla ga ill ind kan ky la mass
      md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo approx
      est ave blvd rd fig vol ph.d
      """,
    // "no." ends a sentence.
    capitalised: """
      co gen col mar jun det pres del ill ind kan la mass miss mo ore pa wash rep reps
      gov fig hon dec sen st est ave ga adm maj insp
      """)
}
