import ModelFamilies

/// What `--help` prints for the commands of the authorization model.
enum ModelHelp {
    /// `sallyport model`.
    static var model: String {
        """
        usage: sallyport model FAMILY

        Answers questions about the Windows authorization model. Reads JSON objects with `id` and `input` from standard input,
        one a line, and writes one line for each: {"id":..., "result":{...}}, or {"id":..., "error":{...}} for a line that
        cannot be read. The families and their members are described in Fixtures/vectors/README.md.

        families: \(ModelFamily.allCases.map(\.rawValue).joined(separator: ", "))

        """
    }

    /// `sallyport sddl`.
    static let sddl = """
        usage: sallyport sddl [OPTION]... DESCRIPTOR

        Reads, prints and explains Windows security descriptors: text such as 'O:BAG:SYD:P(A;;FA;;;BA)', or - to read it
        from standard input.

          --decode        the descriptor is given as self-relative bytes in hexadecimal digits
          --encode        print self-relative bytes in hexadecimal digits
          --explain       explain the descriptor in words
          --domain SID    the domain that aliases such as DU belong to
          --type NAME     the type of the object, for the names of its rights; File unless given

        """

    /// `sallyport why`.
    static let why = """
        usage: sallyport why --sddl TEXT --token FILE --access RIGHTS [OPTION]...

        Explains why Windows grants or denies an access, step by step: the walk with user and groups, and the walk with the
        restricting SIDs. The exit code is 0 for granted, 1 for denied.

          --sddl TEXT      the descriptor of the object
          --token FILE     the token, a JSON file as in Fixtures/vectors/README.md, section Token; - for standard input
          --access RIGHTS  the rights: names, SDDL codes or numbers, joined with commas
          --type NAME      the type of the object; File unless given
          --self SID       the SID that S-1-5-10 stands for
          --how-to-flip    show the single edits that flip the verdict, the smallest first
          --json           as JSON

        """
}
