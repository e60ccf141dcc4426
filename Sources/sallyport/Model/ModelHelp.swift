import ModelFamilies

/// What `--help` prints for the commands of the authorization model, in lines of at most 80 columns.
enum ModelHelp {
    /// `sallyport model`.
    static var model: String {
        """
        usage: sallyport model FAMILY

        Answers questions about the Windows authorization model. Reads JSON objects with
        `id` and `input` from standard input, one a line, and writes one line for each:
        {"id":..., "result":{...}}, or {"id":..., "error":{...}} for a line that cannot
        be read. The families and their members are described in
        Fixtures/vectors/README.md.

        families:\(families)

        The exit code is 0 once every line is answered, those with an error too.

        example:
          $ echo '{"id":"a","input":{"text":"s-1-5-0x20-544"}}' |
              sallyport model sid_string
          {"id":"a","result":{"sid":"S-1-5-32-544"}}

        """
    }

    /// The families after one another, on lines of 80 columns at most.
    private static var families: String {
        var text = ""
        var column = 9
        for (index, family) in ModelFamily.allCases.enumerated() {
            let word = family.rawValue + (index < ModelFamily.allCases.count - 1 ? "," : "")
            column += 1 + word.utf8.count
            text += column > 80 ? "\n  " : " "
            text += word
            if column > 80 { column = 2 + word.utf8.count }
        }
        return text
    }

    /// `sallyport sddl`.
    static let sddl = """
        usage: sallyport sddl [OPTION]... DESCRIPTOR

        Reads, prints and explains Windows security descriptors: text such as
        'O:BAG:SYD:P(A;;FA;;;BA)', or - to read it from standard input.

          --decode      the descriptor is given as self-relative bytes in hexadecimal
                        digits
          --encode      print self-relative bytes in hexadecimal digits
          --explain     explain the descriptor in words
          --domain SID  the domain that aliases such as DU belong to
          --type NAME   the type of the object, for the names of its rights; File
                        unless given

        examples:
          $ sallyport sddl 'O:S-1-5-32-544D:(A;;0x1f01ff;;;S-1-1-0)'
          O:BAD:(A;;FA;;;WD)
          $ sallyport sddl --encode 'O:BA'
          010000801400000000000000000000000000000001020000000000052000000020020000
          $ sallyport sddl --explain 'D:(D;OI;DT;;;WD)'
          access list: 1 entry
            [0] denies Everyone (S-1-1-0): FILE_DELETE_CHILD (files inherit it)
          system list: absent

        """

    /// `sallyport why`.
    static let why = """
        usage: sallyport why --sddl TEXT --token FILE --access RIGHTS [OPTION]...

        Explains why Windows grants or denies an access, step by step: the walk with
        user and groups, and the walk with the restricting SIDs. The exit code is 0 for
        granted, 1 for denied.

          --sddl TEXT      the descriptor of the object
          --token FILE     the token, a JSON file as in Fixtures/vectors/README.md,
                           section Token; - for standard input
          --access RIGHTS  the rights: names, SDDL codes or numbers, joined with commas
          --type NAME      the type of the object; File unless given
          --self SID       the SID that S-1-5-10 stands for
          --how-to-flip    show the single edits that flip the verdict, the smallest
                           first
          --json           as JSON

        example:
          $ cat token.json
          {"user":{"sid":"S-1-5-21-1-2-3-1001"},
           "restricting_sids":["S-1-5-21-9-9-9-9"],"write_restricted":true}
          $ sallyport why --sddl 'O:SYG:SYD:(A;;FA;;;S-1-5-21-1-2-3-1001)' \\
              --token token.json --access FILE_WRITE_DATA

        """
}
