# A Homebrew formula for Linux, untried. It installs the tar.gz that `make dist` makes: fill in where that is
# published, and its checksum from SHA256SUMS.
class Galley < Formula
  desc "Annotate news articles in the terminal"
  homepage "https://example.org/galley"
  url "https://example.org/galley/galley-0.2.0-linux-x86_64.tar.gz"
  sha256 "0000000000000000000000000000000000000000000000000000000000000000"
  license "Apache-2.0"

  depends_on arch: :x86_64
  depends_on :linux

  def install
    bin.install "bin/galley"
    man1.install Dir["share/man/man1/*"]
    man5.install Dir["share/man/man5/*"]
    bash_completion.install "share/bash-completion/completions/galley"
    zsh_completion.install "share/zsh/site-functions/_galley"
    fish_completion.install "share/fish/vendor_completions.d/galley.fish"
    pkgshare.install Dir["share/galley/*"]
    doc.install Dir["share/doc/galley/*"]
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/galley --version")
    (testpath/"story.txt").write "“We need the walls,” Ines Vogt said in Bremen."
    assert_match "Ines Vogt", shell_output("#{bin}/galley analyze story.txt")
  end
end
