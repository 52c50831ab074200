// Asks the State's calculator for the pay slips of a table: one case a line in, one result a line out.
//   node pay.mjs cases.tsv results.tsv

import { readFileSync, writeFileSync } from 'node:fs'
import rules from 'modele-social'
import Engine from 'publicodes'

const [, , input, output] = process.argv
const silent = { log() {}, warn() {}, error(message) { console.error(message) } }
const engine = new Engine(rules, { logger: silent })

/** The figures asked for, in the order of the columns. */
const wanted = [
  'salarié . cotisations . employeur',
  'salarié . cotisations . exonérations . RGDU',
  'salarié . rémunération . net . à payer avant impôt',
]

function situation(line) {
  const [month, gross, hours, kind, executive, headcount, accident, mobility, department, cover] = line.split('\t')
  const [year, number] = month.split('-')
  const said = {
    date: `01/${number}/${year}`,
    'entreprise . association non lucrative': 'oui',
    'entreprise . salariés . effectif . seuil': `'${headcount}'`,
    'établissement . taux ATMP': `${accident} %`,
    'établissement . commune . taux versement mobilité': `${mobility} %`,
    'salarié . contrat': `'${kind}'`,
    'salarié . contrat . salaire brut': `${gross} €/mois`,
    'salarié . contrat . statut cadre': executive,
    'salarié . cotisations . prévoyances . santé . montant': `${cover} €/mois`,
  }
  if (hours !== '35') {
    said['salarié . contrat . temps de travail . temps partiel'] = 'oui'
    said['salarié . contrat . temps de travail . temps partiel . heures par semaine'] = `${hours} heure/semaine`
  }
  // Without it the calculator adds the bonus of the end of a contract, which is no contribution.
  if (kind === 'CDD') said['salarié . contrat . CDD . reconduction en CDI'] = 'oui'
  if (department) said['établissement . commune . département'] = `'${department}'`
  return said
}

const results = readFileSync(input, 'utf8').trimEnd().split('\n').map((line) => {
  engine.setSituation(situation(line))
  return wanted.map((name) => Number(engine.evaluate(name).nodeValue ?? 0).toFixed(4)).join('\t')
})
writeFileSync(output, results.join('\n') + '\n')
