import { defineConfig } from "vite";

// One classic script and one style sheet: a page opened as a file can then say why it needs a
// server, which a module could not.
export default defineConfig({
  base: "./",
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
