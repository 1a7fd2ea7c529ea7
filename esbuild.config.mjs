/** The bundle: one folder of flat chunks, engines in chunks of their own that load when they are first needed. */
import {createHash} from 'node:crypto'
import {readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {build} from 'esbuild'
import {parse} from 'yaml'

const folder = 'dist'

// Packages written for CommonJS call `require` for Node's own modules.
const require =
  "import {createRequire as __createRequire} from 'node:module';const require = __createRequire(import.meta.url);"

/**
 * Modules that packages load and this program never reaches, or needs little of. Loading them would double a cold start.
 */
const replaced = {
  // pdfkit's fonts and encryption: faces are shaped by HarfBuzz, files are not encrypted.
  fontkit: 'module.exports = {}',
  '@noble/ciphers/aes': 'module.exports = {}',
  '@noble/hashes/sha2': 'module.exports = {}',
  '@noble/hashes/utils': 'module.exports = {}',
  // Handlebars asks for it when templates are precompiled to files.
  'source-map': 'module.exports = {}',
  // gettext-parser's table of legacy encodings: catalogs are UTF-8.
  encoding: 'module.exports = {convert: (value) => Buffer.from(value)}',
  // The same algorithm as zlib's, in JavaScript.
  'tiny-inflate': 'module.exports = (from, to) => (to.set(require("node:zlib").inflateRawSync(from)), to)'
}

const replace = {
  name: 'replace',
  setup(builder) {
    const names = Object.keys(replaced).join('|')
    builder.onResolve({filter: new RegExp(`^(?:${names})$`)}, ({path}) => ({path, namespace: 'replaced'}))
    builder.onLoad({filter: /.*/, namespace: 'replaced'}, ({path}) => ({contents: replaced[path], loader: 'js'}))
  }
}

const options = {
  entryPoints: {cli: 'src/cli/bin.ts', worker: 'src/build/worker.ts', index: 'src/index.ts'},
  outdir: folder,
  bundle: true,
  splitting: true,
  // World finds the program's own files one level above the chunk it is in.
  chunkNames: '[name]-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Its WebAssembly lies beside it; world.ts reads it as a file of the program's own.
  external: ['harfbuzzjs'],
  plugins: [replace],
  banner: {js: require},
  // Names stay: some packages tell their classes apart by them.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  logLevel: 'warning'
}

// Chunks of an earlier bundle go only once the sources are known to be sound.
await build({...options, write: false})
await rm(folder, {recursive: true, force: true})
await build(options)
await writeFile(`${folder}/yaml.json`, JSON.stringify(await yamlValues('templates')))

/** Values of the packs' YAML files as src/yaml.ts reads them: sha256 of the text → JSON. */
async function yamlValues(packs) {
  const names = await readdir(packs, {recursive: true})
  const files = names.filter((name) => name.endsWith('.yml')).sort()
  const texts = await Promise.all(files.map((name) => readFile(join(packs, name), 'utf8')))
  const sha256 = (text) => createHash('sha256').update(text).digest('hex')
  return Object.fromEntries(texts.map((text) => [sha256(text), JSON.stringify(parse(text, {schema: 'core'}))]))
}
