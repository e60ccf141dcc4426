extension Program {
    /// What `cmd.exe` does itself; Windows: `help`.
    static let builtIn: [String: Body] = [
        "": nothing,
        SimulatedMachine.syntaxError: complain,
        "rem": nothing,
        "echo": echo, "echo.": echoLine,
        "exit": exit, "pause": pause,
        "cd": changeDirectory, "chdir": changeDirectory,
        "set": setVariable, "start": start,
        "type": type, "dir": directory,
        "copy": copy, "move": move,
        "ren": rename, "rename": rename,
        "del": delete, "erase": delete,
        "md": makeDirectory, "mkdir": makeDirectory,
        "rd": removeDirectory,
        "rmdir": removeDirectory, "mklink": makeLink,
        "ver": version,
        "vol": volume, "date": date,
        "time": time, "cls": nothing,
    ]

    /// What lies as a file in `C:\Windows\System32`.
    static let external: [String: Body] = [
        "cmd": nothing,
        "more": more, "timeout": timeout,
        "whoami": whoAmI, "icacls": accessLists,
        "net": net, "netsh": netShell,
        "tasklist": taskList, "curl": curl,
        "ping": ping, "nslookup": nameServerLookup,
        "help": help, "hostname": hostName,
        "taskkill": taskKill, "sc": serviceControl,
        "reg": registry, "runas": runAs,
        "sudo": superuserDo, "find": find,
        "findstr": find, "sort": sort,
        "attrib": attributes,
    ]
}
