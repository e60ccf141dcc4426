extension Registry {
    /// The registry as the bytes of its file.
    public var encoded: [UInt8] {
        var bytes = WireValues.text("sallyport-registry 1\n")
        func line(_ head: StaticString, _ account: Account) {
            bytes += WireValues.text(head)
            bytes += account.name
            bytes.append(UInt8(ascii: " "))
            WireValues.append(UInt64(account.identifier), to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
        }
        line("group users ", users)
        line("group launch ", launch)
        line("principal offline ", offline)
        line("principal online ", online)
        for block in blocks {
            bytes += WireValues.text("block ")
            WireValues.append(UInt64(block.user), to: &bytes)
            bytes.append(UInt8(ascii: " "))
            WireValues.append(UInt64(block.first), to: &bytes)
            bytes.append(UInt8(ascii: " "))
            WireValues.append(UInt64(block.count), to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
        }
        bytes += WireValues.text("end\n")
        return bytes
    }
}
