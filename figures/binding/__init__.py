"""Numbers tied to their source in the text: found, held against it, and written anew when they have drifted."""
