'use strict'

// Finds the browser that the browser tests drive, and notes its path for playwright.config.ts.
// In order: CHROMIUM_PATH, one on this machine, Playwright's own, then two ways of installing one.

var childProcess = require('child_process')
var fs = require('fs')
var os = require('os')
var path = require('path')

var root = path.resolve(__dirname, '../..')
var note = path.join(root, 'node_modules', '.cache', 'adref', 'chromium')

function main() {
  var found = named() || onPath() || playwrights() || installed()
  if (!found) {
    console.error(
      'The browser tests need Chromium and none could be found or installed.\n' +
        'Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to an executable.',
    )
    process.exit(1)
  }
  fs.mkdirSync(path.dirname(note), { recursive: true })
  fs.writeFileSync(note, found)
  console.log('Browser for the tests: ' + found)
}

function named() {
  var file = process.env.CHROMIUM_PATH
  if (!file) return null
  if (works(file)) return file
  console.error('CHROMIUM_PATH is set to ' + file + ', which does not start.')
  process.exit(1)
}

function onPath() {
  var names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
  var folders = (process.env.PATH || '').split(path.delimiter)
  var candidates = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
  names.forEach(function (name) {
    folders.forEach(function (folder) {
      candidates.push(path.join(folder, name))
    })
  })
  return candidates.filter(works)[0] || null
}

function playwrights() {
  // The path is where Playwright would put its browser, whether or not it is there.
  var file = require('@playwright/test').chromium.executablePath()
  return works(file) ? file : null
}

function installed() {
  var isRoot = Boolean(process.getuid) && process.getuid() === 0
  console.log('No Chromium here: asking Playwright for one …')
  // Without root, --with-deps would stop to ask for a password.
  run('npx', ['playwright', 'install'].concat(isRoot ? ['--with-deps'] : [], ['chromium']))
  var file = playwrights()
  if (file || !isRoot || os.platform() !== 'linux') return file

  console.log('Playwright has none to offer: asking the package manager …')
  run('apt-get', ['update', '-qq'])
  run('apt-get', ['install', '-y', '-qq', 'chromium'])
  return onPath()
}

/** True when the file is there and can tell its version; a snap stub without its snap cannot. */
function works(file) {
  if (!file || !fs.existsSync(file)) return false
  if (os.platform() === 'win32') return true
  return childProcess.spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20000 }).status === 0
}

function run(program, args) {
  childProcess.spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    timeout: 600000,
    shell: os.platform() === 'win32',
    env: Object.assign({ DEBIAN_FRONTEND: 'noninteractive' }, process.env),
  })
}

main()
