@main struct CommandRunner {
    static func main() {}
}
