# A Nix flake, untried. It installs the tar.gz that `make dist` makes: fill in where that is published, and its
# checksum from SHA256SUMS. Then: nix run ./Packaging/nix -- story.txt
{
  description = "Annotate news articles in the terminal";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs = { self, nixpkgs }:
    let
      system = "x86_64-linux";
      pkgs = nixpkgs.legacyPackages.${system};
      version = "0.2.0";
    in
    {
      packages.${system}.default = pkgs.stdenvNoCC.mkDerivation {
        pname = "galley";
        inherit version;
        src = pkgs.fetchurl {
          url = "https://example.org/galley/galley-${version}-linux-x86_64.tar.gz";
          sha256 = pkgs.lib.fakeSha256;
        };
        # One static program: nothing to build, to strip or to patch.
        dontBuild = true;
        dontFixup = true;
        installPhase = ''
          mkdir -p $out
          cp -r bin share $out
        '';
        meta = {
          description = "Annotate news articles in the terminal";
          license = pkgs.lib.licenses.asl20;
          mainProgram = "galley";
          platforms = [ system ];
        };
      };
    };
}
