extension Program {
    /// What `cmd.exe` does itself; Windows: `help`.
    static let builtIn: [String: Program] = [
        "": Program(isBuiltIn: true) { _, _ throws(CallError) in },
        SimulatedMachine.syntaxError: Program(isBuiltIn: true, body: complain),
        "rem": Program(isBuiltIn: true) { _, _ throws(CallError) in },
        "echo": Program(isBuiltIn: true, body: echo), "echo.": Program(isBuiltIn: true, body: echoLine),
        "exit": Program(isBuiltIn: true, body: exit), "pause": Program(isBuiltIn: true, body: pause),
        "cd": Program(isBuiltIn: true, body: changeDirectory), "chdir": Program(isBuiltIn: true, body: changeDirectory),
        "set": Program(isBuiltIn: true, body: setVariable), "start": Program(isBuiltIn: true, body: start),
        "type": Program(isBuiltIn: true, body: type), "dir": Program(isBuiltIn: true, body: directory),
        "copy": Program(isBuiltIn: true, body: copy), "move": Program(isBuiltIn: true, body: move),
        "ren": Program(isBuiltIn: true, body: rename), "rename": Program(isBuiltIn: true, body: rename),
        "del": Program(isBuiltIn: true, body: delete), "erase": Program(isBuiltIn: true, body: delete),
        "md": Program(isBuiltIn: true, body: makeDirectory), "mkdir": Program(isBuiltIn: true, body: makeDirectory),
        "rd": Program(isBuiltIn: true, body: removeDirectory),
        "rmdir": Program(isBuiltIn: true, body: removeDirectory), "mklink": Program(isBuiltIn: true, body: makeLink),
    ]

    /// What lies as a file in `C:\Windows\System32`.
    static let external: [String: Program] = [
        "cmd": Program(isBuiltIn: false) { _, _ throws(CallError) in },
        "more": Program(isBuiltIn: false, body: more), "timeout": Program(isBuiltIn: false, body: timeout),
        "whoami": Program(isBuiltIn: false, body: whoAmI), "icacls": Program(isBuiltIn: false, body: accessLists),
        "net": Program(isBuiltIn: false, body: net), "netsh": Program(isBuiltIn: false, body: netShell),
        "tasklist": Program(isBuiltIn: false, body: taskList), "curl": Program(isBuiltIn: false, body: curl),
        "ping": Program(isBuiltIn: false, body: ping),
    ]
}
