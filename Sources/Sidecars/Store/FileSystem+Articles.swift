// Articles as paths name them: a file, or one of several articles in a file (`MemberPath`).

import ArticleModel

extension FileSystem {
  /// Whether an article may be at a path: there is such a file, or the file that has it as a member. What
  /// is in that file, only who opens it knows.
  package func hasArticle(at path: String) -> Bool {
    if exists(path) { return true }
    guard let file = MemberPath(path)?.file else { return false }
    return ((try? status(of: file)) ?? nil)?.kind == .file
  }

  /// Follows symbolic links to the file that an article is in, and keeps its name there.
  package func destination(ofArticle path: String) -> String {
    guard let member = MemberPath(path), !exists(path) else { return destination(of: path) }
    return MemberPath(file: destination(of: member.file), member: member.member).description
  }
}
