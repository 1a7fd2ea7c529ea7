import {defineCommand, exit} from './command.ts'

export default defineCommand({usage: ['ci'], about: '', options: [], run: async () => exit.usage})
