import Glibc
import LinuxPlatform
import SandboxModel

/// `grant-tool assign HOME FIRST COUNT ROOT...`: gives each root a capability out of the block and prints its group id.
enum LedgerVerb {
    static func assign(_ arguments: [String]) {
        guard let home = GrantTool.path(arguments[0]), let first = UInt32(arguments[1]),
            let count = UInt32(arguments[2])
        else { exit(64) }
        let store = LedgerStore(home: home)
        let block = Registry.Block(user: getuid(), first: first, count: count)
        for text in arguments.dropFirst(3) {
            guard let root = GrantTool.path(text) else { exit(64) }
            do throws(LedgerError) {
                let assignment = try store.update { ledger throws(LedgerError) in try ledger.assign(root, in: block) }
                print(assignment.group)
            } catch {
                print("\(error)")
                exit(1)
            }
        }
    }
}
