"""The dataset described for catalogues, search engines and tools that load it by themselves."""
