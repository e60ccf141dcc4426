/// What `--help` prints, in lines of at most 80 columns.
enum HelpText {
    /// The whole program.
    static let overview = """
        usage: sallyport run [OPTION]... -- COMMAND [ARGUMENT]...
               sallyport status [--json]
               sallyport revoke (ROOT... | --all)
               sallyport why | sddl | model | sim | validate | court ...
               sallyport help [COMMAND]
               sallyport --version

        run       run a command in the sandbox
        status    show what is installed, and which files the sandbox may use
        revoke    take the sandbox's access to your files back
        why       explain why Windows grants or denies an access
        sddl      read, print and explain Windows security descriptors
        model     answer questions about the Windows authorization model
        sim       try commands on a simulated Windows machine
        validate  perform attempts on every platform, and compare with what is expected
        court     compare designs: what they stop, what still works, what they leave

        examples:
          sallyport run -- make test
          sallyport run --policy read-only -- grep -rn deprecated .
          sallyport status

        'sallyport help run' explains the options of 'run', and so on.

        """

    /// `sallyport sim`.
    static let sim = """
        usage: sallyport sim [--machine FILE] [--save FILE] [-- COMMAND [ARGUMENT]...]
               sallyport sim run [OPTION]... [-- COMMAND [ARGUMENT]...]
               sallyport sim designs

        A simulated Windows machine with a user alice, her repository
        C:\\Users\\alice\\repo and her other files. It is for thinking: it protects nobody,
        and nothing of this machine is touched. Without a command it reads lines from
        the standard input, until 'exit'. 'help' lists the commands that Windows has
        too; besides there are

          why           explain the last failure
          fork, back    keep the machine as it is, and return to it
          consent yes   agree to the next question for elevation ('sudo COMMAND'), or
                        'consent no'
          save FILE     write the machine to a file of this system
          load FILE     go on with the machine of such a file

        With 'run' the command runs in the simulated sandbox of a design, else as
        alice. The exit code is the command's: the number of its error, 192 when its
        time was over, at most 255.

          --machine FILE   a saved machine, or users, directories, files and hosts that
                           are added; see Fixtures/machines
          --save FILE      write the machine to a file at the end
          --design NAME    the design; windows-elevated unless given, 'sallyport sim
                           designs' lists them
          --policy POLICY  read-only or workspace-write (unless given)
          --network        let the command use the network
          --timeout N      end the command after N seconds of the machine's clock

        examples:
          sallyport sim -- dir C:\\Users\\alice
          sallyport sim run --policy read-only -- cmd /c "echo x> new"
          sallyport sim --machine Fixtures/machines/two-teams.json --save after.json

        """

    /// `sallyport run`.
    static let run = """
        usage: sallyport run [OPTION]... -- COMMAND [ARGUMENT]...

        Runs a command that may write the working directory, but never .git, .codex and
        .agents in it, may write nothing else, and may not use the network. The exit
        code is the command's; 192 says that the time was up.

          --policy POLICY       read-only, workspace-write (unless given) or
                                danger-full-access
          --writable-root PATH  another directory the command may write; repeat for more
          --readable-root PATH  a directory to show that the sandbox could not read
                                otherwise; repeat for more
          --read-only PATH      a path in a writable root that stays as it is; repeat
                                for more
          --deny-read PATH      a path that must not be read; repeat for more
          --network             let the command use the network
          --timeout SECONDS     end the command and everything it started after that
                                time
          --cwd PATH            the directory the command works in; the current one
                                unless given
          --level LEVEL         elevated (with the accounts that setup made; unless
                                given) or unelevated (as yourself)
          --accept-loss NAME    give a gate up by name: abstract-unix-sockets
          --include-private     grant also what you closed to everybody else in the
                                roots
          --audit FILE          append the record of this run to FILE ('-': standard
                                error) and run nothing that cannot be recorded; unless
                                given ~/.local/state/sallyport/audit.jsonl
          --dry-run             show what would be in force, and run nothing
          --json                with --dry-run: as JSON

        examples:
          sallyport run -- make test
          sallyport run --policy read-only -- grep -rn deprecated .
          sallyport run --network --timeout 600 -- npm install
          sallyport run --level unelevated -- python3 script.py

        """

    /// `sallyport status`.
    static let status = """
        usage: sallyport status [--json]

        Shows what is installed, whether this session may launch, and which files the
        sandbox may use.

        examples:
          sallyport status
          sallyport status --json | jq .workspaces

        """

    /// `sallyport revoke`.
    static let revoke = """
        usage: sallyport revoke (ROOT... | --all)

        Takes the sandbox's access to roots back, as 'sallyport status' lists them.
        'sallyport-setup uninstall' never touches anybody's files, so each user runs
        this; before the uninstallation or after it.

        examples:
          sallyport revoke ~/project
          sallyport revoke --all

        """
}
