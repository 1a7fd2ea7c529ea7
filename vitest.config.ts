import {defineConfig} from 'vitest/config'

// Some tests start the program, pandoc or veraPDF: a busy machine may take its time, and no test is about speed.
export default defineConfig({test: {testTimeout: 60_000, hookTimeout: 120_000}})
