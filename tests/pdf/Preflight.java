import java.io.File;
import java.util.Set;
import java.util.TreeSet;

import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult.ValidationError;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/**
 * What PDFBox finds wrong with PDF files, each thing once.  It knows PDF/A-1b alone; what only
 * that part of the standard forbids is left out.
 */
public class Preflight {
	private static final String[] ALLOWED_SINCE = {
		"XRef", // 1.4: cross-reference streams
		"Invalid version of the ICCProfile",
		"transparency S entry", // 2.2.1
		"CIDSet", // 3.1.11
		"entry in a ExtGState is invalid", // 4.1.2: opacity
		"SMask", // 4.1.1
		"part must be 1", // 7.11.2
		"EmbeddedFile", // 1.4.7: allowed by part 3
		"/EF", // 1.2.9
	};

	private static boolean concerns(String message) {
		for (String part : ALLOWED_SINCE)
			if (message.contains(part))
				return false;
		return true;
	}

	public static void main(String[] names) throws Exception {
		for (String name : names) {
			PreflightParser parser = new PreflightParser(new File(name));
			Set<String> found = new TreeSet<>();

			parser.parse();
			try (PreflightDocument document = parser.getPreflightDocument()) {
				document.validate();
				for (ValidationError e : document.getResult().getErrorsList())
					if (concerns(e.getDetails()))
						found.add(e.getErrorCode() + " " + e.getDetails());
			}
			System.out.println(name + ": " + String.join("; ", found));
		}
	}
}
