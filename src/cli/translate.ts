import {defineCommand, exit} from './command.ts'

export default defineCommand({usage: ['translate'], about: '', options: [], run: async () => exit.usage})
