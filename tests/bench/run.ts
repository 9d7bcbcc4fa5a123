import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isWithinBudget, type Bench, type Figure } from './figure.ts'

/** `npm run bench [-- <part of a name>...]`: runs the benchmarks and prints one table; fails when a budget is broken. */
async function main(wanted: readonly string[]): Promise<number> {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.bench.ts'))
    .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
    .toSorted()
  const figures: Figure[] = []
  for (const file of files) {
    console.error(`measuring ${file}`)
    const bench = (await import(join(import.meta.dirname, file))) as Bench
    figures.push(...(await bench.measure()))
  }
  printTable(figures)
  return figures.length > 0 && figures.every(isWithinBudget) ? 0 : 1
}

function printTable(figures: readonly Figure[]): void {
  const rows = figures.map((figure) => [
    figure.name,
    `${toText(figure.value)} ${figure.unit}`,
    figure.budget === undefined ? '' : `${figure.moreIsBetter ? '>=' : '<='} ${toText(figure.budget)}`,
    isWithinBudget(figure) ? 'yes' : 'NO',
  ])
  const table = [['name', 'figure', 'budget', 'ok'], ...rows]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  for (const row of table) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
}

function toText(value: number): string {
  return Math.abs(value) >= 100 ? Math.round(value).toString() : Number(value.toPrecision(3)).toString()
}

process.exitCode = await main(process.argv.slice(2))
