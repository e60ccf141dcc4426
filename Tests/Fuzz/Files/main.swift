FileParser.run()
