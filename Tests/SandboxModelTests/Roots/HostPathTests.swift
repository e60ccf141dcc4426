import SandboxModel
import Testing

struct HostPathTests {
    @Test(arguments: [
        ("/", "/"), ("//", "/"), ("/.", "/"), ("/a", "/a"), ("/a/", "/a"), ("//a//b///", "/a/b"), ("/a/./b/.", "/a/b"),
        ("/a b/ü", "/a b/ü"), ("/.git", "/.git"), ("/...", "/..."), ("/a..b", "/a..b"),
    ])
    func readsAndNormalises(given: String, normal: String) throws {
        #expect(try HostPath(given).text == normal)
    }

    @Test(arguments: [
        ("", HostPathError.Reason.empty), ("a", .relative), ("./a", .relative), ("~", .relative),
        ("/a/../b", .parentComponent),
        ("/..", .parentComponent), ("/a\nb", .controlCharacter), ("/a\u{7F}", .controlCharacter),
        ("\n", .controlCharacter),
        ("/a\u{1B}[31m", .controlCharacter), ("/a\u{0}", .controlCharacter),
    ])
    func refuses(given: String, reason: HostPathError.Reason) {
        #expect(throws: HostPathError(reason: reason, given: Array(given.utf8))) { try HostPath(given) }
    }

    @Test func refusesWhatIsNotText() {
        for bytes: [UInt8] in [[0x2F, 0xFF], [0x2F, 0xC3], [0x2F, 0xC0, 0xAF], [0x2F, 0xED, 0xA0, 0x80]] {
            #expect(throws: HostPathError(reason: .notUTF8, given: bytes)) { try HostPath(bytes) }
        }
    }

    @Test func refusesWhatIsTooLong() throws {
        let longest = [UInt8](repeating: 0x61, count: HostPath.maximumLength - 1)
        #expect(try HostPath([0x2F] + longest).bytes.count == HostPath.maximumLength)
        #expect(throws: HostPathError.self) { try HostPath([0x2F, 0x61] + longest) }
    }

    @Test func everyControlByteIsRefused() {
        for byte in (UInt8.min...UInt8.max) {
            let path = try? HostPath([0x2F, 0x61, byte])
            #expect((path != nil) == ((0x20..<0x7F).contains(byte)), "byte \(byte)")
        }
    }

    /// Canonically equivalent texts are different files.
    @Test func comparesBytes() {
        #expect(path("/\u{E9}") != path("/e\u{301}"))
        #expect(!path("/\u{E9}/x").isWithin(path("/e\u{301}")))
    }

    /// Every pair of paths over two names, at most three components deep, against a comparison of component lists.
    @Test func containmentIsByComponents() {
        let names = ["a", "ab"]
        var paths = ["/"]
        for first in names {
            paths.append("/\(first)")
            for second in names {
                paths.append("/\(first)/\(second)")
                for third in names { paths.append("/\(first)/\(second)/\(third)") }
            }
        }
        for left in paths {
            for right in paths {
                let expected = left.split(separator: "/").starts(with: right.split(separator: "/"))
                #expect(path(left).isWithin(path(right)) == expected, "\(left) in \(right)")
            }
            #expect(path(left).depth == left.split(separator: "/").count)
            #expect(path(left).ancestors.count == path(left).depth)
        }
    }

    @Test(arguments: [
        ("/a/b", "c", "/a/b/c"), ("/a/b", "../c", "/a/c"), ("/a/b", "../../../c", "/c"), ("/a/b", "/c/./d", "/c/d"),
        ("/a", ".", "/a"), ("/", "..", "/"), ("/a", "b//c/", "/a/b/c"),
    ])
    func joins(directory: String, target: String, expected: String) throws {
        #expect(try path(directory).joining(target.utf8).text == expected)
    }

    @Test func ordersTreesTogether() {
        let given = ["/a-b", "/a/b", "/a", "/", "/a/b/c", "/b"].map(path)
        #expect(given.sorted().map(\.text) == ["/", "/a", "/a/b", "/a/b/c", "/a-b", "/b"])
    }

    @Test func complaintsArePrintable() {
        let error = HostPathError(reason: .controlCharacter, given: Array("/a\u{1B}]0;x\u{7}\n".utf8))
        #expect(error.description.unicodeScalars.allSatisfy { $0.value >= 0x20 })
        #expect(error.description.contains("\\x1b"))
    }
}
