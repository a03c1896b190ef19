/** Builds the three parts: main (both shells), the sandboxed preload and the renderer, into `out/`. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { gatherLicences } from './scripts/licences.ts';

const root = import.meta.dirname;

/** Leaves version and licences beside the bundle, so that nothing has to be gathered at run time. */
function buildInfo(): Plugin {
  return {
    name: 'kizuna-build-info',
    generateBundle() {
      const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
      const source = JSON.stringify({ version, licences: gatherLicences(root) });
      this.emitFile({ type: 'asset', fileName: 'build-info.json', source });
    },
  };
}

/** electron-vite wants relative addresses; routes of the app are paths, so /accounts/1 must load the assets of /. */
function absoluteBase(): Plugin {
  return { name: 'kizuna-absolute-base', enforce: 'post', config: () => ({ base: '/' }) };
}

/** Native helpers that ws would use if somebody installed them. */
const OPTIONAL_NATIVES = ['bufferutil', 'utf-8-validate'];

export default defineConfig({
  main: {
    plugins: [buildInfo()],
    build: {
      outDir: resolve(root, 'out/main'),
      // Bundled whole: a package needs no node_modules, and starting reads two files instead of hundreds.
      externalizeDeps: false,
      target: 'node20.19',
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        input: {
          electron: resolve(root, 'src-main/electron.ts'),
          browser: resolve(root, 'src-main/browser.ts'),
        },
        external: ['electron', ...OPTIONAL_NATIVES],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: resolve(root, 'out/preload'),
      // A sandboxed preload can require nothing but electron: one self-contained CommonJS file.
      externalizeDeps: false,
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        input: { preload: resolve(root, 'src-main/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src-renderer'),
    plugins: [react(), absoluteBase()],
    worker: { format: 'es' },
    build: {
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      target: 'chrome120',
      minify: true,
      // The policy allows no inline script, style or data: font, so nothing may be inlined.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: false,
      reportCompressedSize: false,
      // Charts come in one large piece, loaded when a chart is; what start-up loads is measured by the bench.
      chunkSizeWarningLimit: 1500,
      rolldownOptions: { input: resolve(root, 'src-renderer/index.html') },
    },
  },
});
