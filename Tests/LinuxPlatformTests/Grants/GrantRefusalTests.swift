import KernelStage
import Testing

/// What a pass refuses, in words that name the thing and the remedy.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)")) struct GrantRefusalTests {
    /// Prints the code of the error, and the message behind a bar.
    private static func refusal(_ script: String, home: Stage.HomeFileSystem = .tmpfs) throws -> [String] {
        try GrantStage.run(
            "refuse() { if \"$@\" >/run/code 2>/run/text; then cat /run/code; echo granted; "
                + "else echo \"$(tail -1 /run/code)|$(cat /run/text)\"; fi; }\n" + script, home: home)
    }

    @Test(arguments: [
        ("refuse grant grant /home/alice/none", "not-found", "give an existing directory"),
        ("touch f; chown alice f; refuse grant grant /home/alice/ws/f", "not-a-directory", "directory"),
        ("as alice ln -s . link; refuse grant grant /home/alice/ws/link", "symbolic-link", "realpath"),
        ("mkdir theirs; refuse grant grant /home/alice/ws/theirs", "foreign-root", "choose a root that you own"),
        ("as alice mkdir -m 0 shut; refuse grant grant /home/alice/ws/shut", "permission-denied", "chmod"),
        ("refuse grant-tool grant /home/alice/ws 65600 61010 61011 61012", "running-as-root", "the user who owns"),
        (
            "mount -t ramfs ramfs . ; cd .; chown alice /home/alice/ws; refuse grant grant /home/alice/ws",
            "lists-unsupported", "tmpfs"
        ),
        (
            "mount --bind . . && mount -o remount,bind,ro /home/alice/ws; refuse grant grant /home/alice/ws",
            "read-only-file-system", "read-write"
        ),
        (
            "as alice sh -c 'setfacl -m $(seq -s, -f u:%g:r 70000 70199) .'; refuse grant grant /home/alice/ws",
            "too-many-entries", "/home/alice/ws"
        ),
        (
            "mkdir closed; mkdir closed/own; chown alice closed/own; chmod 750 closed; chgrp alice closed; "
                + "refuse grant traverse /home/alice/ws/closed/own", "impassable-ancestor", "chmod o+x"
        ),
    ]) func isNamedWithItsRemedy(_ script: String, _ code: String, _ word: String) throws {
        let lines = try Self.refusal(script)
        #expect(lines.count == 1 && lines[0].hasPrefix("\(code)|") && lines[0].contains(word), "\(lines)")
    }

    /// A small ext4 of alice's over the root, with blocks of 1 KiB: the lists of an inode share one of them.
    private static let smallDisk = """
        truncate -s 4M /run/small
        mkfs.ext4 -q -F -b 1024 -O ^has_journal -m 0 -E root_owner=5001:5001 /run/small
        mknod -m 600 /dev/loop-control c 10 237; for n in {0..63}; do mknod -m 600 /dev/loop$n b 7 $n; done
        mount -o loop /run/small /home/alice/ws; rmdir /home/alice/ws/lost+found; cd /home/alice/ws

        """

    @Test func fullListIsToldFromAFullFileSystem() throws {
        let lines = try Self.refusal(
            Self.smallDisk + """
                as alice mkdir big; id=70000
                while as alice setfacl -m u:$id:r big 2>/dev/null; do id=$((id + 1)); done
                while as alice setfacl -d -m u:$id:r big 2>/dev/null; do id=$((id + 1)); done
                grant grant /home/alice/ws; cd /; umount /home/alice/ws
                """)
        // Whoever filled the list must not stop the user's next command; the entry is passed over.
        #expect(lines.contains("omitted list-full 1"), "\(lines)")
    }

    @Test func fullFileSystemIsToldFromAFullList() throws {
        let lines = try Self.refusal(
            Self.smallDisk + """
                # Lists that still fit into the inode; with the grant's entries each needs a block of its own.
                as alice bash -c 'mkdir {700..950}; for n in {700..950}; do setfacl -m u:$n:r,d:u:$n:r $n; done'
                for n in 1 2 3; do as alice sh -c "cat /dev/zero >fill$n" 2>/dev/null || true; sync -f .; done
                refuse grant grant /home/alice/ws; cd /; umount /home/alice/ws
                """)
        #expect(lines.last?.hasPrefix("file-system-full|") == true, "\(lines)")
    }
}
