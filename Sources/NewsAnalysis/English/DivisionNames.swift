// The names of well-known states, provinces and countries within a country, for readers who have to tell towns
// of the same name apart. The gazetteer knows them by their names alone; the list is that of its states.tsv.

/// Names of first-level divisions in English, by the code of their country.
enum DivisionNames {
  static let byCountry: [String: [String]] = [
    "US": [
      "Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado", "Connecticut",
      "Delaware", "District of Columbia", "Florida", "Georgia", "Hawaii", "Idaho", "Illinois",
      "Indiana", "Iowa", "Kansas", "Kentucky", "Louisiana", "Maine", "Maryland", "Massachusetts",
      "Michigan", "Minnesota", "Mississippi", "Missouri", "Montana", "Nebraska", "Nevada",
      "New Hampshire", "New Jersey", "New Mexico", "New York", "North Carolina", "North Dakota",
      "Ohio", "Oklahoma", "Oregon", "Pennsylvania", "Rhode Island", "South Carolina",
      "South Dakota", "Tennessee", "Texas", "Utah", "Vermont", "Virginia", "Washington",
      "West Virginia", "Wisconsin", "Wyoming",
    ],
    "CA": [
      "Alberta", "British Columbia", "Manitoba", "New Brunswick", "Newfoundland and Labrador",
      "Nova Scotia", "Ontario", "Prince Edward Island", "Quebec", "Saskatchewan",
      "Northwest Territories", "Nunavut", "Yukon",
    ],
    "AU": [
      "New South Wales", "Victoria", "Queensland", "Western Australia", "South Australia",
      "Tasmania", "Northern Territory", "Australian Capital Territory",
    ],
    "GB": [
      "England", "Scotland", "Wales", "Northern Ireland",
    ],
    "IN": [
      "Uttar Pradesh", "Maharashtra", "Jammu and Kashmir", "Gujarat", "Rajasthan",
      "Madhya Pradesh", "Andhra Pradesh", "Tamil Nadu", "Karnataka", "Kerala", "West Bengal",
      "Bihar", "Assam",
    ],
    "BR": [
      "Sao Paulo State", "Amazonas", "Mato Grosso",
    ],
    "RU": [
      "Chechnya", "Yakutia",
    ],
  ]
}
