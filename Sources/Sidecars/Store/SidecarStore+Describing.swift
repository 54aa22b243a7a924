// What a sidecar says about its article beyond what can be read off it: outlet, byline, date, address.

import ArticleModel

extension SidecarStore {
  /// What the sidecar says about its article; nil when it is not open.
  public var about: ArticleDescription? { work?.sidecar.about }

  /// Changes what the sidecar says about its article, and saves it. Undo knows nothing of it.
  @discardableResult
  public func describe(
    _ change: (inout ArticleDescription) -> Void
  ) throws(StoreError) -> Receipt {
    var work = try writableWork()
    describeArticle(in: &work)
    change(&work.sidecar.about)
    work.hasWritten = true
    self.work = work
    return try save()
  }
}
