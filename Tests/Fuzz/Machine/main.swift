MachineParser.run()
