import KernelStage
import Testing

/// A stage with `grant-tool` and, in the script, short commands around it.
enum GrantStage {
    private static let prelude = """
        set -e
        # grant VERB ROOT [OPTION]...: as alice.
        grant() { as alice grant-tool "$1" "$2" 65600 61010 61011 61012 "${@:3}"; }
        # sandbox COMMAND...: as the offline principal with the capability.
        sandbox() { setpriv --reuid=61011 --regid=65600 --groups=61010 --inh-caps=-all "$@"; }
        # may COMMAND...: prints whether the sandbox could.
        may() { if sandbox "$@" >/dev/null 2>&1; then echo "yes $*"; else echo "no $*"; fi; }
        lists() { getfacl --numeric --recursive --absolute-names --physical "$1"; }
        # tree: an empty root of alice's where everybody may pass; the script continues in it.
        chmod 711 /home/alice
        as alice mkdir /home/alice/ws
        cd /home/alice/ws

        """

    /// Runs a script as root on a stage.
    static func run(_ script: String, home: Stage.HomeFileSystem = .tmpfs) throws -> [String] {
        let result = try Stage(programs: ["grant-tool"], home: home).run(prelude + script)
        #expect(result.status == 0, "\(result.standardOutput)\(result.standardError)")
        return result.lines.map(String.init).filter { !$0.isEmpty && !$0.hasPrefix("elapsed") }
    }
}
