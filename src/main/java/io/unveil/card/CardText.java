package io.unveil.card;

/** The text of a model's card beside its figures. */
public sealed interface CardText permits DenoiserText, BlindDenoiserText, FillerText, AutoencoderText, InspectorText {
    /** The purpose, in a sentence or two. */
    String purpose();

    /** The sample picture with its caption. */
    String shown();

    /** The section on how to run it. */
    String use();

    /** The network's input; follows the word "In". */
    String reads();

    /** The section on limitations. */
    String limitations();
}
