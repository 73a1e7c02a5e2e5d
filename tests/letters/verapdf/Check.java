import java.io.File;
import java.io.InputStream;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Asks veraPDF whether files are PDF/A-2b. For each file one line: its name, a tab, then "valid" or the rules it breaks.
 *
 * The engine and the profile are those of the jar on the class path, which lacks what reads a profile (JAXB): it is read here.
 */
class Check {
    private static final PDFAFlavour FLAVOUR = PDFAFlavour.PDFA_2_B;

    public static void main(String[] names) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile profile = profile();
        System.out.println("rules\t" + profile.getRules().size());
        for (String name : names) {
            System.out.println(name + "\t" + told(new File(name), profile));
        }
    }

    private static String told(File file, ValidationProfile profile) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, FLAVOUR);
                PDFAValidator validator = ValidatorFactory.createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.isCompliant() && result.getTotalAssertions() > 0) {
                return "valid";
            }
            Set<String> broken = new HashSet<>();
            for (TestAssertion each : result.getTestAssertions()) {
                broken.add(each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber() + " " + each.getMessage());
            }
            return broken.toString();
        }
    }

    private static ValidationProfile profile() throws Exception {
        Element root;
        try (InputStream kept = Profiles.class.getResourceAsStream("/org/verapdf/pdfa/validation/PDFA-2B.xml")) {
            root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(kept).getDocumentElement();
        }
        Set<Rule> rules = new HashSet<>();
        NodeList found = root.getElementsByTagName("rule");
        for (int at = 0; at < found.getLength(); at++) {
            rules.add(rule((Element) found.item(at)));
        }
        Set<Variable> variables = new HashSet<>();
        found = root.getElementsByTagName("variable");
        for (int at = 0; at < found.getLength(); at++) {
            Element each = (Element) found.item(at);
            variables.add(Profiles.variableFromValues(each.getAttribute("name"), each.getAttribute("object"),
                    text(each, "defaultValue"), text(each, "value")));
        }
        return Profiles.profileFromValues(FLAVOUR, Profiles.profileDetailsFromValues(text(root, "name"), "", "", new Date(0)), "",
                rules, variables);
    }

    private static Rule rule(Element told) {
        Element id = (Element) told.getElementsByTagName("id").item(0);
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(FLAVOUR.getPart(), id.getAttribute("clause"),
                        Integer.parseInt(id.getAttribute("testNumber"))),
                told.getAttribute("object"), told.hasAttribute("deferred") ? Boolean.valueOf(told.getAttribute("deferred")) : null,
                told.getAttribute("tags"), text(told, "description"), text(told, "test"),
                Profiles.errorFromValues(text(told, "message"), List.of()), List.of());
    }

    private static String text(Element within, String name) {
        return within.getElementsByTagName(name).item(0).getTextContent();
    }
}
