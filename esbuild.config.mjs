/**
 * The bundle: one script that holds the whole program, so that V8's code of it can be kept (src/start/code.ts), and the
 * small modules that load it: the command, a runner's thread, the public names.
 */
import {createHash} from 'node:crypto'
import {readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {basename, join} from 'node:path'
import {build} from 'esbuild'
import {parse} from 'yaml'

const folder = 'dist'

/**
 * Modules that packages load and this program never reaches, or needs little of. Loading them would double a cold start.
 */
const replaced = {
  // pdfkit's fonts and encryption: faces are shaped by HarfBuzz, files are not encrypted.
  fontkit: 'module.exports = {}',
  '@noble/ciphers/aes': 'module.exports = {}',
  '@noble/hashes/sha2': 'module.exports = {}',
  '@noble/hashes/utils': 'module.exports = {}',
  // It names each file by a digest of the time; ours is made from what the file holds.
  'js-md5': 'module.exports = {arrayBuffer: () => new ArrayBuffer(16)}',
  // qrcode's pictures: codes are drawn from their modules.
  pngjs: 'module.exports = {}',
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
    builder.onLoad({filter: /node_modules\/hyphen\/patterns\//}, ({path}) => ({contents: onDemand(path), loader: 'js'}))
  }
}

/** A module of plain values, each read when it is first asked for: few documents need the patterns of all languages. */
function onDemand(path) {
  const texts = createRequire(import.meta.url)(path).map((value) => JSON.stringify(value))
  const getter = (text, index) => `get ${index}() {return values[${index}] ??= JSON.parse(${JSON.stringify(text)})}`
  return `const values = []; module.exports = {${texts.map(getter).join(',\n')}}`
}

const shared = {
  outdir: folder,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  // Names stay: some packages tell their classes apart by them.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  logLevel: 'warning'
}

const script = {
  ...shared,
  entryPoints: {program: 'src/start/program.ts'},
  // Code kept of another program is never taken for this one's.
  entryNames: '[name]-[hash]',
  outExtension: {'.js': '.cjs'},
  format: 'cjs',
  plugins: [replace],
  define: {'import.meta.url': 'scriptUrl'},
  banner: {
    js: "(function(require,module,exports,__filename){const scriptUrl=require('node:url').pathToFileURL(__filename).href;"
  },
  footer: {js: '})'},
  metafile: true
}

const doors = (scriptName) => ({
  ...shared,
  entryPoints: ['cli', 'worker', 'index'].map((name) => `src/start/${name}.ts`),
  format: 'esm',
  define: {scriptName: JSON.stringify(scriptName)}
})

// An earlier bundle goes only once the sources are known to be sound.
await build({...script, write: false})
await rm(folder, {recursive: true, force: true})
const {metafile} = await build(script)
const scriptFile = Object.keys(metafile.outputs).find((name) => name.endsWith('.cjs'))
await build(doors(basename(scriptFile)))
await writeFile(`${folder}/yaml.json`, JSON.stringify(await yamlValues('templates')))

/** Values of the packs' YAML files as src/yaml.ts reads them: sha256 of the text → JSON. */
async function yamlValues(packs) {
  const names = await readdir(packs, {recursive: true})
  const files = names.filter((name) => name.endsWith('.yml')).sort()
  const texts = await Promise.all(files.map((name) => readFile(join(packs, name), 'utf8')))
  const sha256 = (text) => createHash('sha256').update(text).digest('hex')
  return Object.fromEntries(texts.map((text) => [sha256(text), JSON.stringify(parse(text, {schema: 'core'}))]))
}
