package io.unveil.card;

/** What a card says of a model that its figures do not. */
public sealed interface CardText permits DenoiserText, BlindDenoiserText, FillerText, AutoencoderText, InspectorText {
    /** What it is for, in a sentence or two. */
    String purpose();

    /** The picture and what is to be seen on it. */
    String shown();

    /** The section on how to run it. */
    String use();

    /** What goes into the network, to follow "In". */
    String reads();

    /** The section on what it cannot do. */
    String limitations();
}
