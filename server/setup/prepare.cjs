'use strict'

// Runs before `npm start` and `npm test`, possibly on an old Node and before anything is installed:
// built-in modules and old syntax only.

var childProcess = require('child_process')
var crypto = require('crypto')
var fs = require('fs')
var path = require('path')

var root = path.resolve(__dirname, '../..')
var cache = path.join(root, 'node_modules', '.cache', 'adref')
var oldestNode = 24

function main() {
  install()
  checkNode()
  buildClient()
}

/** Installs the locked packages when the lock is not the one that was last installed. */
function install() {
  var stamp = path.join(cache, 'installed')
  var wanted = lockHash()
  if (readText(stamp) === wanted) return

  // Only the `node` package needs its script, which fetches the binary for this machine. Running the
  // others' would make npm look for a C compiler for better-sqlite3, which brings its binaries along.
  timed('Installing packages', function () {
    npm(['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--loglevel=error'])
    npm(['rebuild', 'node', '--loglevel=error'])
  })
  writeText(stamp, wanted)
}

/** Stops with a sentence when the Node that scripts will run on is too old to run TypeScript files. */
function checkNode() {
  var found = childProcess.spawnSync('node', ['--version'], {
    cwd: root,
    env: environment(),
    encoding: 'utf8',
  })
  var version = String(found.stdout || '').trim()
  if (Number((/^v(\d+)/.exec(version) || [])[1]) >= oldestNode) return
  stop(
    'Adref needs Node ' +
      oldestNode +
      ' or newer and would run on ' +
      (version || 'none') +
      '.\n' +
      'The `node` package has no build for ' +
      process.platform +
      '-' +
      process.arch +
      ': install Node from nodejs.org.',
  )
}

/** Builds the browser client when one of its sources is newer than the last build. */
function buildClient() {
  var built = path.join(root, 'dist', 'client', 'index.html')
  if (!fs.existsSync(path.join(root, 'client', 'index.html'))) return
  var newest = Math.max.apply(
    null,
    ['client', 'schema', 'vite.config.ts', 'package-lock.json'].map(function (name) {
      return newestChangeMs(path.join(root, name))
    }),
  )
  if (fs.existsSync(built) && fs.statSync(built).mtimeMs >= newest) return

  timed('Building the client', function () {
    npm(['run', 'build', '--silent', '--', '--logLevel', 'warn'])
  })
}

function newestChangeMs(file) {
  var stat
  try {
    stat = fs.statSync(file)
  } catch {
    return 0
  }
  if (!stat.isDirectory()) return stat.mtimeMs
  // A folder's own time changes when a file in it is added, removed or renamed.
  return fs.readdirSync(file).reduce(function (newest, name) {
    return Math.max(newest, newestChangeMs(path.join(file, name)))
  }, stat.mtimeMs)
}

function lockHash() {
  var hash = crypto.createHash('sha256').update(readText(path.join(root, 'package-lock.json')))
  // Packages with native parts differ from one machine to the next.
  return hash.update(process.platform + '-' + process.arch).digest('hex')
}

function npm(args) {
  var windows = process.platform === 'win32'
  var result = childProcess.spawnSync(windows ? 'npm.cmd' : 'npm', args, {
    cwd: root,
    env: environment(),
    stdio: 'inherit',
    shell: windows,
  })
  if (result.error) stop('npm could not be started: ' + result.error.message)
  if (result.status !== 0) stop('`npm ' + args.join(' ') + '` failed; its message is above.')
}

/** The environment with the project's own programs first, as npm gives it to scripts. */
function environment() {
  var copy = Object.assign({}, process.env)
  var key =
    Object.keys(copy).filter(function (name) {
      return name.toUpperCase() === 'PATH'
    })[0] || 'PATH'
  copy[key] = path.join(root, 'node_modules', '.bin') + path.delimiter + (copy[key] || '')
  return copy
}

function timed(title, work) {
  var startMs = Date.now()
  console.log(title + ' …')
  work()
  console.log(title + ': ' + ((Date.now() - startMs) / 1000).toFixed(1) + ' s')
}

function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function writeText(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, text)
}

function stop(message) {
  console.error(message)
  process.exit(1)
}

main()
