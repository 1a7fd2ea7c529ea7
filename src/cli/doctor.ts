import {defineCommand, exit} from './command.ts'

export default defineCommand({usage: ['doctor'], about: '', options: [], run: async () => exit.usage})
