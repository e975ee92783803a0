import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page, PlaywrightTestConfig } from '@playwright/test'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import type { Paragraph } from '../../schema/text/paragraph.ts'
import { textOf } from '../../schema/text/text.ts'
import type { Figure } from './measure.ts'
import { median } from './measure.ts'
import { allDrawn, openReading, switchView, takeNotes, handleText } from './reader.ts'
import { delegations, longRecord } from './record.ts'
import type { Stage } from './stage.ts'
import { benchText, setStage } from './stage.ts'
import { sitDown, type } from './writer.ts'

const openings = 5
/** Keys in all, typed in turns here and in plain ProseMirror. */
const [turns, keysPerTurn] = [4, 50]
const repository = fileURLToPath(new URL('../..', import.meta.url))
const viewport = { width: 1440, height: 900 }

/** Measures the room and the editor on the text of full size, in Chromium. */
export async function measureBrowser(): Promise<Figure[]> {
  await build({ root: `${repository}client`, configFile: `${repository}vite.config.ts`, logLevel: 'error' })
  const { acts, state } = longRecord(benchText)
  const stage = await setStage(acts)
  const browser = await launch()
  try {
    const cookie = await stage.enter('delegate', delegations[0]!)
    const reading = await measureReading(browser, stage, cookie)
    const writing = await measureWriting(browser, stage, cookie, textOf(state, state.accepted))
    return [...reading, ...writing]
  } finally {
    await browser.close()
    await stage.close()
  }
}

/** Chromium as the browser tests find it. */
async function launch(): Promise<Browser> {
  const found = (await import(new URL('../../playwright.config.ts', import.meta.url).href)) as {
    default: PlaywrightTestConfig
  }
  return chromium.launch(found.default.use?.launchOptions ?? {})
}

const roomOf = ({ server, negotiation }: Stage): string => `${server.url}/n/${negotiation}/t/${benchText}`

/** A browser with nothing in its caches, signed in. */
async function enter(browser: Browser, stage: Stage, cookie: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport })
  const cookies = cookie.split('; ').map((pair) => {
    const [name, ...value] = pair.split('=')
    return { name: name!, value: value.join('='), url: stage.server.url }
  })
  await context.addCookies(cookies)
  return context
}

async function measureReading(browser: Browser, stage: Stage, cookie: string): Promise<Figure[]> {
  const [words, usable, paints, inps, switches]: number[][] = [[], [], [], [], []]
  for (let i = 0; i < openings; i++) {
    const context = await enter(browser, stage, cookie)
    const page = await context.newPage()
    await takeNotes(page)
    const opening = await openReading(page, roomOf(stage))
    words!.push(opening.wordsMs)
    usable!.push(opening.usableMs)
    paints!.push(opening.largestPaintMs)
    await allDrawn(page)
    inps!.push(await handleText(page))
    // To the clean text and back.
    switches!.push(await switchView(page, 'Clean: accepted only'), await switchView(page, 'All brackets'))
    await context.close()
  }
  return [
    figure('opening → words of the text are seen', words!, 2500),
    figure('opening → a click on them is answered', usable!, 2500),
    figure('opening → largest paint (LCP)', paints!, 2500),
    figure('scroll, clicks and keys: longest interaction (INP)', inps!, 200),
    figure('view switched → its words are painted', switches!, 150),
  ]
}

async function measureWriting(
  browser: Browser,
  stage: Stage,
  cookie: string,
  text: readonly Paragraph[],
): Promise<Figure[]> {
  const context = await enter(browser, stage, cookie)
  const page = await context.newPage()
  await page.goto(`${roomOf(stage)}?draft=1`)
  await page.locator('.ProseMirror > p').first().waitFor({ timeout: 60_000 })
  const plain = await plainPage(context, text)
  const middle = Math.floor(text.length / 2)
  const desks = { ours: await sitDown(page, middle), plain: await sitDown(plain, middle) }
  // Compilers and caches of both are warm when it counts.
  await type(desks.ours, 10)
  await type(desks.plain, 10)
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < turns; turn++) {
    ours.push(...(await type(desks.ours, keysPerTurn)))
    theirs.push(...(await type(desks.plain, keysPerTurn)))
  }
  await context.close()
  const ratio = ours.map((value) => value / median(theirs))
  return [
    {
      ...figure('drafting: processor time of one key', ours, null),
      peer: { what: 'plain ProseMirror', value: median(theirs) },
    },
    { ...figure('drafting: one key, times that of plain ProseMirror', ratio, 1.5), unit: '×' },
  ]
}

async function plainPage(context: BrowserContext, text: readonly Paragraph[]): Promise<Page> {
  const entry = fileURLToPath(new URL('plain-editor.ts', import.meta.url))
  const built = await build({
    root: repository,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, lib: { entry, formats: ['iife'], name: 'plain' } },
  })
  const [{ output }] = built as unknown as [{ output: readonly { code?: string; source?: string }[] }]
  const page = await context.newPage()
  await page.setContent('<!doctype html><title>Plain</title>')
  for (const { code, source } of output) {
    if (code !== undefined) await page.addScriptTag({ content: code })
    else if (source !== undefined) await page.addStyleTag({ content: source })
  }
  await page.evaluate(
    (all) => (window as unknown as { mountPlain(paragraphs: unknown): void }).mountPlain(all),
    text,
  )
  return page
}

const figure = (what: string, samples: number[], target: number | null): Figure => ({
  part: 'browser',
  what,
  unit: 'ms',
  samples,
  value: median(samples),
  target,
  peer: null,
})
