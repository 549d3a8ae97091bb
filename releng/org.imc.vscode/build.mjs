// Generates the TextMate grammar and bundles the extension with its only dependency into out/.

import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { readGrammar, textMate } from './grammar.mjs';

const here = name => fileURLToPath(new URL(name, import.meta.url));

mkdirSync(here('out'), { recursive: true });
writeFileSync(here('out/imc.tmLanguage.json'), JSON.stringify(textMate(readGrammar()), null, 2) + '\n');
await build({
  entryPoints: [here('src/extension.js')],
  outfile: here('out/extension.js'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  minify: true,
});
