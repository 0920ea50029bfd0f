import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { defineConfig, type Plugin } from "vite";

// The shapes of states are a file of their own: the page with the map alone needs them.
const shapes: Plugin = {
  name: "shapes",
  generateBundle() {
    const path = createRequire(import.meta.url).resolve("world-atlas/countries-110m.json");
    this.emitFile({ type: "asset", fileName: "assets/world.json", source: readFileSync(path) });
  },
};

// One classic script and one style sheet: a page opened as a file can then say why it needs a
// server, which a module could not.
export default defineConfig({
  base: "./",
  plugins: [shapes],
  build: {
    outDir: "../src/sanctions_data/site/assets",
    emptyOutDir: true,
    target: "es2022",
    lib: {
      entry: "src/main.ts",
      formats: ["iife"],
      name: "sanctionsSite",
      fileName: () => "assets/pages.js",
      cssFileName: "assets/pages",
    },
  },
});
