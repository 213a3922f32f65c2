SwaggerUIBundle({
  url: "/openapi.yaml",
  dom_id: "#contract",
  // Else it would send the contract to a validator on the internet.
  validatorUrl: null,
});
