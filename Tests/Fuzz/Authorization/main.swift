AuthorizationParser.run()
