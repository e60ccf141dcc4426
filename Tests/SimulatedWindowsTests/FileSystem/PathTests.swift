import SimulatedWindows
import Testing

struct PathTests {
    @Test(arguments: [
        (#"C:\a\b"#, #"C:\a\b"#), ("c:/a/b", #"C:\a\b"#), (#"C:\a\.\b\..\c"#, #"C:\a\c"#),
        (#"C:\a. . \b..."#, #"C:\a\b"#),
        (#"\\?\C:\a.\b "#, #"C:\a.\b "#), (#"\\?\UNC\server\share\x"#, #"\\server\share\x"#),
        (#"\\server\share\x"#, #"\\server\share\x"#), (#"x\y"#, #"C:\work\x\y"#), (#"\x"#, #"C:\x"#),
        ("C:x", #"C:\work\x"#),
        ("NUL", #"\\.\NUL"#), ("nul.txt", #"\\.\NUL"#), ("COM1", #"\\.\COM1"#),
        (#"\\.\PhysicalDrive0"#, #"\\.\PhysicalDrive0"#),
        (#"\\.\pipe\a\b"#, #"\\.\pipe\a\b"#), (#"C:\f:s"#, #"C:\f:s"#), (#"C:\f::$DATA"#, #"C:\f"#),
        (#"C:\f:s:$DATA"#, #"C:\f:s"#),
        (#"C:\..\..\a"#, #"C:\a"#), (#"\\.\C:\a"#, #"C:\a"#),
    ])
    func takesPathsApartAsWin32Does(text: String, expected: String) throws {
        let directory = try FilePath(#"C:\work"#)
        #expect(try FilePath(text, relativeTo: directory).description == expected)
    }

    @Test(
        arguments: [
            ("", 3), (#"C:\a?b"#, 123), (#"C:\a\b:c\d"#, 123), (#"C:\a|b"#, 123), (#"\\server"#, 53),
            (#"C:\"# + String(repeating: "a", count: 257), 206),
            (#"\\?\C:\"# + String(repeating: "a", count: 256), 123),
            (#"C:\f:"#, 123), (#"C:\f:s:$INDEX"#, 123), (#"\\?\relative"#, 3), ("D:x", 3),
        ] as [(String, UInt32)])
    func refusesWhatIsNoPath(text: String, number: UInt32) throws {
        let directory = try FilePath(#"C:\work"#)
        do throws(Win32Error) {
            let path = try FilePath(text, relativeTo: directory)
            Issue.record("\(path) was taken")
        } catch {
            #expect(error.rawValue == number)
        }
    }
}
