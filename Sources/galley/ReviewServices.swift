// What a review needs of the rest of the program: opening sidecars, reading articles, exporting.

import AnnotationReview
import ArticleModel
import Session

extension ReviewCommand {
  var services: ReviewSession.Services {
    let (author, keymap) = (self.author, self.keymap)
    return ReviewSession.Services(
      open: { location in
        do throws(SidecarSelection.Failure) {
          return .success(try SidecarSelection.open(location))
        } catch {
          return .failure(SidecarFault(error.message))
        }
      },
      read: { article, mark in
        guard let path = article.article?.source.path else {
          throw CommandFailure("the article of \(article.sidecarPath) is not there")
        }
        var reading = Reading(paths: [path])
        (reading.author, reading.keymap, reading.firstMark) = (author, keymap, mark)
        reading.sidecar = article.sidecarPath
        try reading.start()
      },
      export: { _, _, _ in throw CommandFailure("there is no such format") })
  }
}

