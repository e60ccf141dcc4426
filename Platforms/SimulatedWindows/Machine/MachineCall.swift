public import WindowsSecurity

/// A call as the log keeps it: everything that is needed to make it again.
///
/// A saved machine is its calls, so what a case is called and carries is part of the file: another one needs another
/// number of the form (`SavedMachine`).
///
/// Each case names the function of Windows that it stands for, where there is one; without it the machine's surroundings
/// act. The process that calls is the last thing that a case carries.
///
/// Calls with much to keep are boxed, so that the log grows by few bytes for the frequent ones.
public enum MachineCall: Codable, Hashable, Sendable {
    /// A drive was formatted: its letter, whether it is NTFS with descriptors, whether long names get short ones.
    case formatDrive(String, Bool, Bool)
    /// The directory of an account's profile was made, as the profile service does at the first logon.
    case makeProfile(SID)
    /// A person, by name and password, logged on at the machine; winlogon, userinit, `explorer.exe`.
    case logOn(String, String)
    /// A name and a password were tried for a way to log on; `LogonUserW` and `CloseHandle`.
    case tryLogon(String, String, LogonType)
    /// A local user was added: name and password; `NetUserAdd`.
    case addUser(String, String, ProcessIdentifier)
    /// A local user, by name, was changed; `NetUserSetInfo`.
    case changeUser(String, AccountChange, ProcessIdentifier)
    /// A local user, by name, was removed; `NetUserDel`.
    case removeUser(String, ProcessIdentifier)
    /// A local group was added: name and comment; `NetLocalGroupAdd`.
    case addGroup(String, String, ProcessIdentifier)
    /// A local group, by name, was removed; `NetLocalGroupDel`.
    case removeGroup(String, ProcessIdentifier)
    /// Whether an account is a member of a group: `NetLocalGroupAddMembers` or `NetLocalGroupDelMembers`.
    case setMembership(Bool, SID, String, ProcessIdentifier)
    /// A logon right, and whether an account holds it: `LsaAddAccountRights` or `LsaRemoveAccountRights`.
    case setRight(LogonRight, Bool, SID, ProcessIdentifier)
    /// A program was started with the caller's token; `CreateProcessW`.
    indirect case createProcess(ProcessStart, ProcessIdentifier)
    /// A program was started with another token; `CreateProcessAsUserW`.
    indirect case createProcessAsUser(ProcessStart, AccessToken, ProcessIdentifier)
    /// A program was started in a new session of an account, by name and password; `CreateProcessWithLogonW`.
    indirect case createProcessWithLogon(ProcessStart, String, String, ProcessIdentifier)
    /// What a client of transport security needs was asked for; `AcquireCredentialsHandle` of Schannel.
    case acquireClientCredentials(ProcessIdentifier)
    /// Privileges of the caller's token were switched on; `AdjustTokenPrivileges`.
    case enablePrivileges(PrivilegeSet, ProcessIdentifier)
    /// Rights on another process were asked for; `OpenProcess`.
    case openProcess(ProcessIdentifier, AccessMask, ProcessIdentifier)
    /// A process was ended with an exit code; `TerminateProcess`, `ExitProcess`.
    case terminate(ProcessIdentifier, Int32, ProcessIdentifier)
    /// A job was made; `CreateJobObjectW` and `SetInformationJobObject`.
    case createJob(Job.Limits, ProcessIdentifier)
    /// The limits of a job, by its number, were changed; `SetInformationJobObject`.
    case setLimits(Job.Limits, UInt32, ProcessIdentifier)
    /// All processes of a job, by its number, were ended with an exit code; `TerminateJobObject`.
    case terminateJob(UInt32, Int32, ProcessIdentifier)
    /// A named mutex was made or opened, with a descriptor for a new one; `CreateMutexW`.
    indirect case createMutex(String, SecurityDescriptor?, ProcessIdentifier)
    /// A named mutex was opened and closed again; `OpenMutexW`.
    case probeMutex(String, ProcessIdentifier)
    /// A desktop was made, by name and descriptor; `CreateDesktopW`.
    indirect case createDesktop(String, SecurityDescriptor?, ProcessIdentifier)
    /// A file or directory was opened or made; `CreateFileW`.
    indirect case open(OpenRequest, ProcessIdentifier)
    /// A share was added: name, directory and descriptor; `NetShareAdd`.
    case addShare(String, String, SecurityDescriptor?, ProcessIdentifier)
    /// An empty share of a name was put on another machine.
    case addRemoteShare(String, String)
    /// Whether a directory tells the case of names apart; `SetFileInformationByHandle`, `FILE_CASE_SENSITIVE_INFO`.
    case setCaseSensitive(Bool, String, ProcessIdentifier)
    /// Bytes were put on the clipboard; `OpenClipboard` and `SetClipboardData`.
    case setClipboard([UInt8], ProcessIdentifier)
    /// The clipboard was read; `OpenClipboard` and `GetClipboardData`.
    case readClipboard(ProcessIdentifier)
    /// A message was sent to a window of another process, which is named first; `PostMessageW`.
    case postMessage(ProcessIdentifier, ProcessIdentifier)
    /// Whether a service, by name, runs: `StartServiceW`, or `ControlService` with `SERVICE_CONTROL_STOP`.
    case setService(String, Bool, ProcessIdentifier)
    /// Time passed, in milliseconds; `Sleep`, from outside.
    case passTime(UInt64)
    /// A line of the command interpreter, its standard input, and whether errors go to standard output; `cmd.exe /c`.
    case runLine(String, [UInt8], Bool, ProcessIdentifier)
    /// A stream was made whose ends the caller holds; `CreatePipe`.
    case createStream(ProcessIdentifier)
    /// Bytes were written to a stream, by its number; `WriteFile`.
    case writeStream([UInt8], UInt32, ProcessIdentifier)
    /// At most so many bytes were read from a stream, by its number; `PeekNamedPipe` and `ReadFile`.
    case readStream(UInt32, Int, ProcessIdentifier)
    /// An end of a stream, by its number, was closed; `CloseHandle`.
    case closeStream(SimulatedMachine.StreamEnd, UInt32, ProcessIdentifier)
    /// A file was read to its end; `ReadFile`.
    case read(HandleIdentifier, ProcessIdentifier)
    /// Bytes were written to a file; `WriteFile`.
    case write([UInt8], HandleIdentifier, ProcessIdentifier)
    /// An open file was marked for deletion; `SetFileInformationByHandle` with `FILE_DISPOSITION_INFO`.
    case markForDeletion(HandleIdentifier, ProcessIdentifier)
    /// A handle was closed; `CloseHandle`.
    case close(HandleIdentifier, ProcessIdentifier)
    /// A directory was made, by path and descriptor; `CreateDirectoryW`.
    indirect case makeDirectory(String, SecurityDescriptor?, ProcessIdentifier)
    /// Empty files of these names were made in a directory; one `CreateFileW` for each, asked for once.
    indirect case makeFiles([String], String, ProcessIdentifier)
    /// A file got another path, and whether it may replace what was there; `MoveFileExW`.
    case rename(String, String, Bool, ProcessIdentifier)
    /// A directory was listed; `FindFirstFileW`.
    case list(String, ProcessIdentifier)
    /// A further path, the first, for the file at the second; `CreateHardLinkW`.
    case makeHardLink(String, String, ProcessIdentifier)
    /// A link or junction, and whether to a directory; `CreateSymbolicLinkW`, `FSCTL_SET_REPARSE_POINT`.
    indirect case makeLink(String, ReparsePoint, Bool, ProcessIdentifier)
    /// The descriptor of a file was read; `GetNamedSecurityInfoW`.
    case descriptor(String, ProcessIdentifier)
    /// The list of a file was edited, and whether links are refused; `SetEntriesInAclW` and `SetNamedSecurityInfoW`.
    case edit(String, [ExplicitAccess], Bool, ProcessIdentifier)
    /// The list of a file was replaced, and whether it inherits from above; `SetNamedSecurityInfoW`.
    indirect case setList(String, SecurityDescriptor, Bool, ProcessIdentifier)
    /// A file and all below it got a label; `SetNamedSecurityInfoW` with `LABEL_SECURITY_INFORMATION`.
    case setLabel(IntegrityLevel, String, ProcessIdentifier)
    /// The attributes of a file were changed; `SetFileAttributesW`.
    case setAttributes(FileAttributes, String, ProcessIdentifier)
    /// A file got an owner; `SetNamedSecurityInfoW` with `OWNER_SECURITY_INFORMATION`.
    case setOwner(SID, String, ProcessIdentifier)
    /// A key of the registry was made, by its path; `RegCreateKeyExW`.
    case createKey(String, ProcessIdentifier)
    /// A value of a key was set; `RegSetValueExW`.
    indirect case setValue(RegistryValue, String, ProcessIdentifier)
    /// A value was read, by its name and the path of its key; `RegQueryValueExW`.
    case queryValue(String, String, ProcessIdentifier)
    /// A key was listed, by its path; `RegEnumValueW` and `RegEnumKeyExW`.
    case enumerateKey(String, ProcessIdentifier)
    /// A value was removed, by its name and the path of its key; `RegDeleteValueW`.
    case deleteValue(String, String, ProcessIdentifier)
    /// A named pipe was made, with a descriptor; `CreateNamedPipeW` with `FILE_FLAG_FIRST_PIPE_INSTANCE`.
    indirect case createPipe(String, SecurityDescriptor?, ProcessIdentifier)
    /// A named pipe was connected to with rights; `CreateFileW` of `\\.\pipe\…`.
    case connectPipe(String, AccessMask, ProcessIdentifier)
    /// Bytes were written to a named pipe; `WriteFile`.
    case writePipe([UInt8], String, ProcessIdentifier)
    /// A named pipe was read; `PeekNamedPipe` and `ReadFile`.
    case readPipe(String, ProcessIdentifier)
    /// The server's end of a named pipe was closed; `CloseHandle`.
    case closePipe(String, ProcessIdentifier)
    /// A connection was opened, or a datagram sent, to an address and port; `connect`, `sendto`, `IcmpSendEcho`.
    case connect(NetworkAddress, UInt16, TransportProtocol, ProcessIdentifier)
    /// A port was listened on; `bind` and `listen`.
    case listen(UInt16, TransportProtocol, ProcessIdentifier)
    /// Another machine, by its address, opened a connection to a port here.
    case receiveConnection(NetworkAddress, UInt16)
    /// A name was looked up; `getaddrinfo`.
    case resolve(String, ProcessIdentifier)
    /// Another machine was added to the network.
    indirect case addHost(Network.Host)
    /// A rule was added or replaced; `INetFwRules::Add`.
    indirect case addFirewallRule(SimulatedFirewallRule, ProcessIdentifier)
    /// A rule, by its name, was removed; `INetFwRules::Remove`.
    case removeFirewallRule(String, ProcessIdentifier)
    /// Filters were added, all or none; `FwpmTransactionBegin0` and `FwpmFilterAdd0`.
    case addPacketFilters([PacketFilter], ProcessIdentifier)
    /// Filters, by their names, were removed; `FwpmFilterDeleteByKey0`.
    case removePacketFilters([String], ProcessIdentifier)
    /// The address that the resolver service asks, or none.
    case setResolver(NetworkAddress?)
    /// The kind of network that the machine is in; Windows: the active `NET_FW_PROFILE_TYPE2`.
    case setProfile(FirewallProfiles)
    /// The firewall rules of the group policy, and whether the machine's own count beside them.
    case setGroupPolicy([SimulatedFirewallRule], Bool)
    /// A secret was protected; `CryptProtectData`.
    case protect([UInt8], SimulatedMachine.ProtectionScope, ProcessIdentifier)
    /// A protected secret was opened; `CryptUnprotectData`.
    case unprotect([UInt8], ProcessIdentifier)
    /// So many random bytes were drawn; `BCryptGenRandom`.
    case drawRandom(Int, ProcessIdentifier)
    /// What the person at the machine will answer to the next question for elevation.
    case answerConsent(ConsentAnswer)
    /// A program was started elevated; `ShellExecuteExW` with the verb `runas`.
    indirect case elevate(ProcessStart, ProcessIdentifier)
    /// A service of the machine started a program for the caller; activation of a COM server, `RPCSS`.
    indirect case activate(ProcessStart, ProcessIdentifier)
}
